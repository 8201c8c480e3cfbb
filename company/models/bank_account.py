from django.db import models
from django.utils.translation import gettext_lazy as _

from core.standing import standing


class BankAccount(models.Model):
    """An account of the firm's own: clients pay to it, its statements are read."""

    bank_name = models.CharField(_("Bank"), max_length=200)
    bik = models.CharField(_("BIK"), max_length=9)
    account = models.CharField(_("Settlement account"), max_length=20, unique=True)
    correspondent_account = models.CharField(_("Correspondent account"), max_length=20, blank=True)
    is_main = models.BooleanField(
        _("Invoices name this account"), default=False, help_text=_("One account is the main one.")
    )
    is_active = models.BooleanField(_("In use"), default=True)

    class Meta:
        ordering = ["-is_main", "bank_name", "account"]
        verbose_name = _("Bank account")
        constraints = [
            models.UniqueConstraint(
                fields=["is_main"],
                condition=models.Q(is_main=True),
                name="bank_account_main_once",
                violation_error_message=_(
                    "Another account is the main one: take the mark off it first."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(is_main=False) | models.Q(is_active=True),
                name="bank_account_main_is_in_use",
                violation_error_message=_("The main account is in use."),
            ),
        ]

    def __str__(self):
        return f"{self.bank_name}, {self.account}"

    @classmethod
    @standing
    def main(cls):
        """The account that invoices name; None while the firm has named none."""
        return cls.objects.filter(is_main=True).first()
