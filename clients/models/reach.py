"""Where a client or a contact person is reached besides the phone; the main e-mail and the main
address stand on the client itself, and these are the further ones."""

from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients import completeness
from clients.models.tracking import of_card


class Reach(models.Model):
    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="%(class)ss")
    person = models.ForeignKey(
        "clients.ContactPerson", models.CASCADE, related_name="%(class)ss", null=True, blank=True
    )

    class Meta:
        abstract = True
        ordering = ["pk"]


@of_card("client_email")
class Email(Reach):
    email = models.EmailField(_("E-mail"))

    class Meta(Reach.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "person", "email"],
                nulls_distinct=False,
                name="client_email_once",
            )
        ]
        indexes = [
            models.Index(fields=["email"], name="client_further_email"),
            models.Index(Upper("email"), name="further_email_in_any_case"),
        ]

    def __str__(self):
        return self.email


@of_card("client_messenger")
class Messenger(Reach):
    class Service(models.TextChoices):
        TELEGRAM = "telegram", "Telegram"
        WHATSAPP = "whatsapp", "WhatsApp"
        MAX = "max", "MAX"
        VIBER = "viber", "Viber"
        VK = "vk", pgettext_lazy("messenger", "VK")
        OTHER = "other", pgettext_lazy("messenger", "Other")

    service = models.CharField(_("Messenger"), max_length=10, choices=Service)
    handle = models.CharField(_("Name or number there"), max_length=120)

    class Meta(Reach.Meta):
        triggers = completeness.counted()
        constraints = [
            models.UniqueConstraint(
                fields=["client", "person", "service", "handle"],
                nulls_distinct=False,
                name="client_messenger_once",
            )
        ]

    def __str__(self):
        return f"{self.get_service_display()}: {self.handle}"


@of_card("client_address")
class Address(models.Model):
    class Use(models.TextChoices):
        DELIVERY = "delivery", pgettext_lazy("address", "Delivery and installation")
        OFFICE = "office", pgettext_lazy("address", "Office or shop")
        POSTAL = "postal", pgettext_lazy("address", "Post")
        OTHER = "other", pgettext_lazy("address", "Other")

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="addresses")
    use = models.CharField(_("What for"), max_length=10, choices=Use, default=Use.DELIVERY)
    address = models.CharField(_("Address"), max_length=250)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["client", "address"], name="client_address_once")
        ]

    def __str__(self):
        return self.address
