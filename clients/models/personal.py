from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models.client import Client
from clients.personal.lifecycle import HANDLE_RIGHT, LIFE, Kind, Status
from core import addresses
from core.lifecycle import StepRecord

ERASE_RIGHT = "clients.erase_client"


class CardViewQuerySet(models.QuerySet):
    def visible_to(self, user):
        seen = Client.objects.visible_to(user).filter(pk=OuterRef("client"))
        return self.filter(Exists(seen)) if user.has_perm("clients.view_cardview") else self.none()


class CardView(models.Model):
    """Who has looked at a client's card, once an hour."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="views_of_card")
    employee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who looked")
    )
    hour = models.DateTimeField(pgettext_lazy("moment", "When"))

    objects = CardViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("Look at a card")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["client", "hour", "employee"], name="card_view_once_an_hour"
            )
        ]
        indexes = [models.Index(fields=["hour", "id"], name="card_view_hour")]

    def __str__(self):
        return f"{self.client_id}, {self.employee_id}"


class PersonalRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(HANDLE_RIGHT):
            return self.none()
        return self.filter(Exists(Client.objects.visible_to(user).filter(pk=OuterRef("client"))))

    def open(self):
        return self.filter(status=Status.NEW)

    def settled(self):
        return self.exclude(status=Status.NEW)


class PersonalRequest(models.Model):
    """What a person asks about their data; the law gives a term for the answer."""

    class Source(models.TextChoices):
        PAPER = "paper", pgettext_lazy("source of a request", "On paper")
        EMAIL = "email", pgettext_lazy("source of a request", "By e-mail")
        COUNTER = "counter", pgettext_lazy("source of a request", "At the counter")
        AUTHORITY = "authority", pgettext_lazy("source of a request", "Through the authority")

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="personal_requests", verbose_name=_("Client")
    )
    kind = models.CharField(_("What is asked"), max_length=15, choices=Kind)
    source = models.CharField(_("How it came"), max_length=10, choices=Source)
    text = models.TextField(_("In their words"), blank=True)
    received_on = models.DateField(_("Received on"))
    due_at = models.DateTimeField(_("Answer is due"))
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.NEW)
    is_prolonged = models.BooleanField(default=False)
    settled_at = models.DateTimeField(pgettext_lazy("request", "Answered"), null=True)
    answer = models.TextField(_("What was answered"), blank=True)
    created_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who noted it")
    )

    objects = PersonalRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("Request about personal data")
        default_permissions = ()
        permissions = [("handle_personalrequest", _("Handle requests about personal data"))]
        indexes = [models.Index(fields=["due_at", "id"], name="personal_request_due")]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.received_on:%d.%m.%Y}"

    def get_absolute_url(self):
        return addresses.of_row("clients:personal_request", self.pk)

    def offers(self, user):
        return LIFE.offers(self, user)

    @property
    def is_open(self):
        return self.status == Status.NEW


class PersonalRequestStep(StepRecord):
    subject = models.ForeignKey(PersonalRequest, models.CASCADE, related_name="steps")

    @property
    def label(self):
        return LIFE.steps(self.step).label


class ErasureQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.has_perm(ERASE_RIGHT) else self.none()


class Erasure(models.Model):
    """The data of a client was destroyed: what of it, why, and what the law keeps."""

    client = models.OneToOneField(Client, models.PROTECT, related_name="erasure")
    reason = models.TextField(_("Reason"))
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    wiped = models.JSONField(default=list)  # [[what, how many]]
    kept = models.JSONField(default=list)  # [[what, how many, ground]]

    objects = ErasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("Erasure of personal data")
        default_permissions = ()

    def __str__(self):
        return f"{self.pk}"

    def get_absolute_url(self):
        return self.client.get_absolute_url()
