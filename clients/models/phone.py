from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from clients import completeness
from clients.models.tracking import of_card
from core import phones


@of_card("client_phone", exclude=["reversed_digits"])
class ClientPhone(models.Model):
    """E.164 and extension apart; the digits backwards find a number by its last figures."""

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="phones")
    person = models.ForeignKey(
        "clients.ContactPerson", models.CASCADE, related_name="phones", null=True, blank=True
    )
    e164 = models.CharField(_("Phone"), max_length=16)
    extension = models.CharField(_("Extension"), max_length=10, blank=True)
    reversed_digits = models.CharField(max_length=16, editable=False)
    is_main = models.BooleanField(_("Main"), default=False)

    class Meta:
        # The client's own come before those of its people.
        ordering = [F("person").asc(nulls_first=True), "-is_main", "pk"]
        triggers = completeness.counted()
        constraints = [
            models.UniqueConstraint(
                fields=["client", "person", "e164", "extension"],
                nulls_distinct=False,
                name="client_phone_once",
            ),
            models.UniqueConstraint(
                fields=["client", "person"],
                condition=models.Q(is_main=True),
                nulls_distinct=False,
                name="client_one_main_phone",
            ),
            models.CheckConstraint(
                condition=models.Q(e164__regex=r"^\+[1-9][0-9]{6,14}$"), name="client_phone_e164"
            ),
        ]
        indexes = [
            models.Index(fields=["reversed_digits"], name="client_phone_reversed"),
            models.Index(fields=["e164"], name="client_phone_number"),
        ]

    def __str__(self):
        return phones.show(self.e164, self.extension)

    @property
    def dial(self):
        """For the `href` of a link that calls."""
        return f"tel:{self.e164};ext={self.extension}" if self.extension else f"tel:{self.e164}"
