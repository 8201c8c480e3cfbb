from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.fields import MomentField
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

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        self.call = call
        self.fields["outcome"].queryset = call.kind.results.active()

    @cached_property
    def outcomes(self) -> list[InteractionResult]:
        """The buttons: results that leave it planned for a moment have buttons of moments."""
        return list(self.call.kind.results.active().select_related("kind"))

    def clean(self):
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        result = outcome.meaning if outcome else cleaned.get("result")
        if soon := cleaned.pop("soon", None):
            again = outcome if result == Result.AGAIN else None
            result, cleaned["again_at"], cleaned["outcome"] = Result.AGAIN, soon, again
        cleaned["result"] = result
        if not self.errors and not result:
            raise forms.ValidationError(_("Say what came of it."))
        self._clean_moments(cleaned, result)
        if result == Result.REACHED and demands_next(self.call, result, cleaned.get("outcome")):
            self.demand_next()
        return cleaned

    def _clean_moments(self, cleaned, result):
        if result != Result.AGAIN:
            cleaned["again_at"] = None
        elif not self.errors and not cleaned["again_at"]:
            self.add_error("again_at", _("Say when to call again."))
