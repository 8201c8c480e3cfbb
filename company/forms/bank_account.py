from django import forms
from django.utils.translation import gettext_lazy as _

from company import requisites
from company.forms.entry import EntryForm
from core.fields import PlainTextField

PASTED = 40  # with blanks between the digits


class BankAccountForm(EntryForm):
    """The firm's own account stands on its invoices, so its key is checked strictly."""

    bik = PlainTextField(label=_("BIK"), max_length=PASTED)
    account = PlainTextField(label=_("Settlement account"), max_length=PASTED)
    correspondent_account = PlainTextField(
        label=_("Correspondent account"), max_length=PASTED, required=False
    )

    def _digits(self, name):
        return "".join(self.cleaned_data[name].split())

    def clean_bik(self):
        return self._refused(requisites.wrong_bik(self._digits("bik"))) or self._digits("bik")

    def clean_account(self):
        account = self._digits("account")
        return self._refused(requisites.wrong_account(account, self._bik)) or account

    def clean_correspondent_account(self):
        account = self._digits("correspondent_account")
        if account:
            self._refused(requisites.wrong_correspondent_account(account, self._bik))
        return account

    @property
    def _bik(self):
        return self.cleaned_data.get("bik", "")

    def _refused(self, wrong):
        if wrong:
            raise forms.ValidationError(wrong)
