import re

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from core.money import kopecks
from orders.money.fiscal_receipt import UnreadableQr, read_receipt


class MoneyField(forms.DecimalField):
    """Roubles as people write them: «1 500», «1 500,50», with or without the sign."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Type a sum, for example 1500,50.")}

    def __init__(self, **kwargs):
        super().__init__(max_digits=12, decimal_places=2, **kwargs)

    def widget_attrs(self, widget):
        return {"inputmode": "decimal", "autocomplete": "off", "data-number": ""}

    def to_python(self, value):
        if isinstance(value, str):
            value = re.sub(r"[\s\u00a0\u202f₽]", "", value).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value):
        """A sum that is known stands there without kopecks where there are none."""
        if isinstance(value, str) or value is None:
            return value
        return f"{kopecks(value):f}".removesuffix(".00").replace(".", ",")


class ReceiptField(PlainTextField):
    """The cash register's receipt: its number, or the text of its QR code."""

    default_error_messages = {
        "unreadable": _("This is neither a receipt's number nor the text of its QR code.")
    }

    def __init__(self, **kwargs):
        kwargs = {"label": _("Receipt of the cash register"), "max_length": 200, **kwargs}
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "autocomplete": "off", "inputmode": "numeric"}

    def clean(self, value):
        try:
            return read_receipt(super().clean(value))
        except UnreadableQr:
            raise forms.ValidationError(self.error_messages["unreadable"]) from None
