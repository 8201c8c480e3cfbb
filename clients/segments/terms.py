"""One condition as a form: it is drawn, checked and read by the same fields."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from clients.segments import operators


class TermForm(forms.Form):
    """The values of a condition, under names that begin with `prefix`."""

    def __init__(self, condition, known, prefix=""):
        attribute = known.get(condition.attribute)
        self.operators = operators.of(attribute) if attribute else {}
        self.operator = self.operators.get(condition.operator)
        asked = self.operator.fields(attribute) if self.operator else []
        self.is_several = len(asked) == 1 and isinstance(asked[0], forms.MultipleChoiceField)
        super().__init__(_data(condition, self.is_several, prefix), prefix=prefix)
        self.fields |= {f"value{place}": field for place, field in enumerate(asked)}

    def values(self) -> list:
        """What the operator compares with; ValidationError while something is missing."""
        if self.operator is None:
            raise ValidationError(_("This attribute is not in use any more: choose another."))
        if not self.is_valid():
            raise ValidationError(next(iter(self.errors.values())).as_data())
        found = list(self.cleaned_data.values())
        return found[0] if self.is_several else found


def _data(condition, is_several, prefix):
    start = f"{prefix}-" if prefix else ""
    if is_several:
        return MultiValueDict({f"{start}value0": condition.values})
    return MultiValueDict(
        {f"{start}value{place}": [value] for place, value in enumerate(condition.values)}
    )
