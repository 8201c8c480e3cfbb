from django import forms
from django.utils.translation import gettext_lazy as _

from company import duties
from company.whom import Everybody, WhomField


class LeavingForm(forms.Form):
    """One successor for all, or one for each kind of what is on the employee."""

    everything = WhomField(label=_("Everything to"), required=False)

    def __init__(self, person, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.held = duties.held_by(person)
        everybody = Everybody(by, without=person)
        self.fields["everything"].meet(everybody)
        for duty, _count in self.held:
            field = WhomField(label=duty.label, required=False)
            self.fields[duty.code] = field
            field.meet(everybody)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"

    def rows(self):
        """(duty, how many, field)"""
        return [(duty, count, self[duty.code]) for duty, count in self.held]

    def clean(self):
        given = super().clean()
        for duty, _count in self.held:
            if not (given.get(duty.code) or given.get("everything") or self.has_error(duty.code)):
                self.add_error(duty.code, _("Say who takes this over."))
        return given

    def successors(self) -> dict:
        given = self.cleaned_data
        return {duty.code: given[duty.code] or given["everything"] for duty, _count in self.held}
