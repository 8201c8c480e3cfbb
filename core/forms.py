"""What the forms of verbs share."""

from crispy_forms.helper import FormHelper
from django import forms


class VerbForm(forms.Form):
    """The form of one verb: drawn by `{% crispy form %}` inside a form of the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
