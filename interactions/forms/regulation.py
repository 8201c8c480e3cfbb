from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Segment
from core.fields import PlainTextField
from interactions.models import ContactRegulation
from interactions.models.regulation import Rhythm
from interactions.regulations import occasions

NAMES = ("name", "rhythm", "occasion", "days", "segment", "purpose", "script")
LONGEST = 3650


class RegulationForm(forms.Form):
    name = PlainTextField(label=_("Name of the regulation"), max_length=100)
    segment = forms.ModelChoiceField(
        label=_("For the clients of"),
        queryset=Segment.objects.none(),
        required=False,
        empty_label=_("all"),
        help_text=_("Of two regulations that ask the same, the narrower one counts."),
    )
    rhythm = forms.ChoiceField(label=_("Rule"), choices=Rhythm.choices)
    days = forms.IntegerField(label=_("Days"), min_value=0, max_value=LONGEST, initial=30)
    occasion = forms.ChoiceField(
        label=_("What day is counted from"),
        required=False,
        help_text=_("Where calls are counted from a day: hand-over, birthday, last order."),
    )
    purpose = PlainTextField(label=_("Purpose of the call"), max_length=250)
    script = PlainTextField(
        label=_("What to say"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = Segment.objects.filter(pk=self.initial.get("segment") or None)
        shared = Segment.objects.visible_to(by).filter(is_shared=True)
        self.fields["segment"].queryset = (shared | chosen).order_by("folded_name")
        known = occasions.all_of_them().values()
        nothing = ("", pgettext_lazy("regulation", "the last contact"))
        self.fields["occasion"].choices = [nothing, *((each.code, each.label) for each in known)]

    @classmethod
    def of(cls, regulation, *args, by):
        initial = {name: getattr(regulation, name) for name in NAMES if name != "segment"}
        return cls(*args, initial={**initial, "segment": regulation.segment_id}, by=by)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("rhythm") == Rhythm.EVERY:
            cleaned["occasion"] = ""
            if cleaned.get("days") == 0:
                self.add_error("days", _("At least one day."))
        elif not cleaned.get("occasion") and "occasion" not in self.errors:
            self.add_error("occasion", _("Say what day it is counted from."))
        return cleaned

    def typed(self, regulation) -> ContactRegulation:
        """The regulation as it would be, not to be saved."""
        kept = {name: self.cleaned_data[name] for name in NAMES}
        return ContactRegulation(
            pk=regulation.pk,
            active_since=regulation.active_since,
            planned_until=regulation.planned_until,
            **kept,
        )
