from django import forms
from django.utils.translation import gettext_lazy as _

from clients.bulk.changes import changes
from clients.bulk.manager import along


class BulkForm(forms.Form):
    """What is changed, and the field of that one thing; who is concerned stands in the address."""

    what = forms.ChoiceField(label=_("What is changed"))

    def __init__(self, data, *, by, what=""):
        self.changes = changes(by)
        self.change = self.changes.get(what) or next(iter(self.changes.values()))
        super().__init__(data, initial={"what": self.change.code})
        self.fields["what"].choices = [(code, each.label) for code, each in self.changes.items()]
        self.fields["value"] = self.change.field(by)
        if self.change.code == "responsible":
            self.fields["along"] = forms.MultipleChoiceField(
                label=_("What goes along, where the manager before has it in hand"),
                choices=[(duty.code, duty.label) for duty in along()],
                initial=[duty.code for duty in along()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def content(self) -> dict:
        given = self.cleaned_data
        value = self.change.as_json(given["value"])
        return {"what": self.change.code, "value": value, "along": given.get("along", [])}
