from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.fields import MomentField
from core.widgets import DayInput
from interactions.actions.hold import demands_next
from interactions.forms.fields import note_field
from interactions.forms.next_step import NextStepMixin
from interactions.lifecycle import Result
from interactions.models import InteractionResult


class ResultForm(NextStepMixin):
    """What came of it: a result of its kind, or only what it means. `soon` is the button of a
    moment named beforehand."""

    note = note_field(rows=2, max_length=2000)
    outcome = forms.ModelChoiceField(queryset=InteractionResult.objects.none(), required=False)
    result = forms.ChoiceField(choices=Result.choices, required=False)
    soon = MomentField()
    again_at = MomentField(label=_("Another time"))
    answer = forms.ChoiceField(required=False)
    answer_on = forms.DateField(
        label=_("Which day the client has named"), required=False, widget=DayInput
    )

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        self.call = call
        self.fields["outcome"].queryset = call.kind.results.active()
        reason = call.owed_call_reason
        self.answers = reason.answers if reason else ()
        self.fields["answer"].choices = [(each.code, each.label) for each in self.answers]

    @cached_property
    def outcomes(self) -> list[InteractionResult]:
        """The buttons: results that leave it planned for a moment have buttons of moments; a talk
        whose reason has answers is settled by one of those."""
        found = list(self.call.kind.results.active().select_related("kind"))
        if not self.answers:
            return found
        return [each for each in found if each.meaning != Result.REACHED]

    def clean(self):
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        result = outcome.meaning if outcome else cleaned.get("result")
        if soon := cleaned.pop("soon", None):
            again = outcome if result == Result.AGAIN else None
            result, cleaned["again_at"], cleaned["outcome"] = Result.AGAIN, soon, again
        if cleaned.get("answer"):
            result = Result.REACHED
            self._clean_answer(cleaned)
        cleaned["result"] = result
        if not self.errors and not result:
            raise forms.ValidationError(_("Say what came of it."))
        self._clean_moments(cleaned, result)
        self._clean_next(cleaned, result)
        return cleaned

    def _clean_next(self, cleaned, result):
        """What follows from an answer, its reason knows."""
        if result != Result.REACHED or cleaned.get("answer"):
            return
        if demands_next(self.call, result, cleaned.get("outcome")):
            self.demand_next()

    def _clean_answer(self, cleaned):
        answer = next(each for each in self.answers if each.code == cleaned["answer"])
        if answer.asks_day and not (cleaned.get("answer_on") or "answer_on" in self.errors):
            self.add_error("answer_on", _("Say which day the client has named."))
        if answer.asks_words and not cleaned.get("note", "").strip():
            self.add_error("note", _("Write down what the client says."))

    def _clean_moments(self, cleaned, result):
        if result != Result.AGAIN:
            cleaned["again_at"] = None
        elif not self.errors and not cleaned["again_at"]:
            self.add_error("again_at", _("Say when to call again."))
