"""What a hand has drawn on the screen."""

import base64
import binascii

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

PNG = "data:image/png;base64,"
LARGEST = 400_000


class SignatureField(forms.CharField):
    """Cleaned into a PNG upload, or None where nobody has signed."""

    widget = forms.HiddenInput
    default_error_messages = {"invalid": _("The signature did not arrive. Let it be signed again.")}

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            picture = base64.b64decode(text.removeprefix(PNG), validate=True)
        except binascii.Error:
            picture = b""
        if not text.startswith(PNG) or not 0 < len(picture) <= LARGEST:
            raise forms.ValidationError(self.error_messages["invalid"])
        return ContentFile(picture, name="signature.png")
