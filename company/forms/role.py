from django import forms
from django.utils.translation import gettext_lazy as _

from company import rights
from company.models import Role
from core import registry
from core.fields import NumberField


class RoleForm(forms.ModelForm):
    """Only rights of the catalogue can be given, whatever is posted."""

    rights = forms.MultipleChoiceField(label=_("Rights"), required=False)

    class Meta:
        model = Role
        fields = ["name", "scope", "discount_limit", "home", "rights", "hidden_fields"]
        localized_fields = ["discount_limit"]
        field_classes = {"discount_limit": NumberField}
        help_texts = {"discount_limit": _("The largest discount this role gives by itself.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = rights.catalogue()
        self.fields["rights"].choices = [
            (right.code, right.label) for group in self.groups for right in group.rights
        ]
        hideable = [pair for offer in registry.hideable for pair in offer()]
        gone = set(self.instance.hidden_fields) - {code for code, _label in hideable}
        self.fields["hidden_fields"] = forms.MultipleChoiceField(
            label=_("What is hidden of clients"),
            required=False,
            choices=[*hideable, *((code, code) for code in sorted(gone))],
            widget=forms.CheckboxSelectMultiple,
            help_text=_(
                "Hidden on pages, in lists, search, segments, reports, exports, imports and papers."
            ),
        )
        pages = [(item.url_name, item.label) for item in first_pages()]
        self.fields["home"] = forms.ChoiceField(label=_("First page"), choices=pages)
        self.fields["name"].error_messages["unique"] = _("There is a role with this name already.")

    def chosen(self) -> set[str]:
        return set(self["rights"].value() or ())

    def clean(self):
        cleaned = super().clean()
        allowed = set(cleaned.get("rights", ()))
        item = next((item for item in first_pages() if item.url_name == cleaned.get("home")), None)
        if item and item.right and item.right not in allowed:
            self.add_error("home", _("This role may not see that page: choose another one."))
        return cleaned

    def clean_rights(self):
        return sorted(self.cleaned_data["rights"])


def first_pages():
    """Pages of the navigation that have one address."""
    return [item for item in registry.nav if not item.args and not item.query]
