from django import forms
from django.utils.translation import gettext_lazy as _


class EntryForm(forms.ModelForm):
    """The plain form of a dictionary entry; a dictionary with more to ask subclasses it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            field.error_messages["unique"] = _(
                "There is such an entry already: the field “%(field_label)s” differs in each."
            )

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        same = self._meta.model.objects.filter(name__iexact=name).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError(
                _("“%(name)s” stands in this list already, perhaps switched off."),
                params={"name": name},
            )
        return name
