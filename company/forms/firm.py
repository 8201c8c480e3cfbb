from django import forms
from django.utils.translation import gettext_lazy as _

from company import requisites
from company.models import Firm
from core.fields import NumberField

ORGANISATION_DIGITS = {"inn": 10, "ogrn": 13}


class FirmForm(forms.ModelForm):
    """The firm's own requisites stand on every paper, so they are checked strictly."""

    class Meta:
        model = Firm
        fields = [
            "name",
            "legal_name",
            "inn",
            "kpp",
            "ogrn",
            "legal_address",
            "phone",
            "email",
            "site",
            "director",
            "accountant",
            "warranty_months",
            "work_rules_act",
            "storage_note",
            "archive_after_days",
            "workday_begins",
            "workday_ends",
            "check_days",
            "transport_days",
            "cash_needs_shift",
            "label_width_mm",
            "label_height_mm",
            "unclaimed_call_days",
            "storage_days",
            "second_warning_days",
            "big_discount_percent",
            "invoice_valid_days",
            "answer_minutes",
            "views_kept_days",
            "data_kept_years",
        ]
        labels = {"ogrn": _("OGRN or OGRNIP")}
        localized_fields = ["big_discount_percent"]
        field_classes = {"big_discount_percent": NumberField}
        help_texts = {"kpp": _("Private entrepreneurs have none.")}
        widgets = {
            "inn": forms.TextInput(attrs={"data-number": True, "inputmode": "numeric"}),
            "ogrn": forms.TextInput(attrs={"data-number": True, "inputmode": "numeric"}),
            "workday_begins": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "workday_ends": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "storage_note": forms.Textarea(attrs={"rows": 3}),
            "work_rules_act": forms.Textarea(attrs={"rows": 2}),
        }

    def _checked(self, name, why_wrong):
        value = "".join(self.cleaned_data[name].split()).upper()
        if value and (wrong := why_wrong(value)):
            raise forms.ValidationError(wrong)
        return value

    def clean_inn(self):
        return self._checked("inn", requisites.wrong_inn)

    def clean_kpp(self):
        return self._checked("kpp", requisites.wrong_kpp)

    def clean_ogrn(self):
        return self._checked("ogrn", requisites.wrong_ogrn)

    def clean(self):
        """An organisation has 10, 9 and 13 characters; an entrepreneur 12, none and 15."""
        cleaned = super().clean()
        inn, kpp, ogrn = (cleaned.get(name) for name in ("inn", "kpp", "ogrn"))
        if not inn or ogrn is None or kpp is None:
            return cleaned
        organisation = len(inn) == ORGANISATION_DIGITS["inn"]
        if organisation and not kpp:
            self.add_error("kpp", _("An organisation has a KPP: it stands beside the INN."))
        if not organisation and kpp:
            self.add_error("kpp", _("An INN of 12 digits is an entrepreneur's, who has no KPP."))
        if organisation != (len(ogrn) == ORGANISATION_DIGITS["ogrn"]):
            self.add_error("ogrn", _("INN and OGRN are of different kinds: compare both."))
        return cleaned
