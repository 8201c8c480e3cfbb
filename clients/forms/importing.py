from django import forms
from django.utils.translation import gettext as _


class ColumnsForm(forms.Form):
    """For each column of a file, what stands in it."""

    def __init__(self, found, fields, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.several = {each.code for each in fields if each.several}
        self.labels = {each.code: str(each.label) for each in fields}
        options = [("", _("Leave out")), *self.labels.items()]
        for place, heading in enumerate(found.headings):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=heading or _("Column %(number)s") % {"number": place + 1},
                choices=options,
                required=False,
                initial=found.columns[place] if place < len(found.columns) else "",
            )

    def clean(self):
        cleaned = super().clean()
        taken = set()
        for name, code in list(cleaned.items()):
            if code in taken and code not in self.several:
                said = {"field": self.labels[code]}
                self.add_error(name, _("“%(field)s” is said by another column already.") % said)
            taken.add(code)
            taken.discard("")
        return cleaned

    def columns(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]
