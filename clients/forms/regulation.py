from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients import regulation
from clients.actions.regulation import Line
from clients.models import Client
from core.fields import PlainTextField

KIND, SECTOR = Client.Kind, Client.Sector
AUDIENCES = {f"{kind}-{sector}": (kind, sector) for kind in KIND.values for sector in SECTOR.values}


def audiences() -> list[tuple[str, str]]:
    return [
        (code, f"{KIND(kind).label}, {str(SECTOR(sector).label).lower()}")
        for code, (kind, sector) in AUDIENCES.items()
    ]


class RegulationForm(forms.Form):
    """A line for each attribute: from which stage on, compulsory or not, and the hint."""

    also = forms.MultipleChoiceField(
        label=gettext_lazy("The same for"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, of, rules, **kwargs):
        super().__init__(*args, **kwargs)
        kind, _sector = AUDIENCES[of]
        self.of, self.attributes = of, regulation.dueable_of(kind)
        self.fields["also"].choices = [each for each in audiences() if each[0] != of]
        stages = [("", "\u2014"), *((stage.code, stage.label) for stage in regulation.stages())]
        said = {rule.attribute: rule for rule in rules}
        for attribute in self.attributes:
            self._add_line(attribute, said.get(attribute.code), stages)

    def _add_line(self, attribute, rule, stages):
        label, code = str(attribute.label), attribute.code
        self.fields[f"{code}-stage"] = forms.ChoiceField(
            label=_("%(field)s: from which stage on") % {"field": label},
            choices=stages,
            required=False,
            initial=rule.stage if rule else "",
            widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
        )
        self.fields[f"{code}-must"] = forms.BooleanField(
            label=_("%(field)s: compulsory") % {"field": label},
            required=False,
            initial=bool(rule and rule.is_compulsory),
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        )
        self.fields[f"{code}-hint"] = PlainTextField(
            label=_("%(field)s: hint") % {"field": label},
            required=False,
            max_length=250,
            initial=rule.hint if rule else "",
            widget=forms.TextInput(attrs={"class": "form-control form-control-sm"}),
        )

    def lines(self):
        """(label of the attribute, stage, compulsory, hint) as the template draws them."""
        for attribute in self.attributes:
            parts = (self[f"{attribute.code}-{part}"] for part in ("stage", "must", "hint"))
            yield attribute.label, *parts

    def content(self) -> dict:
        """What actions.regulate takes."""
        said = self.cleaned_data
        lines = {
            each.code: Line(
                said[f"{each.code}-stage"], said[f"{each.code}-must"], said[f"{each.code}-hint"]
            )
            for each in self.attributes
            if said[f"{each.code}-stage"]
        }
        return {
            "audiences": [AUDIENCES[code] for code in (self.of, *said["also"])],
            "lines": lines,
        }
