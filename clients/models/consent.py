from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models.client import Client
from clients.models.contact_person import ContactPerson
from company.models.dictionary import DictionaryEntry, DictionaryQuerySet
from core import clock


class Purpose(models.TextChoices):
    PROCESSING = "processing", pgettext_lazy("consent", "Processing of personal data")
    ADVERTISING = "advertising", pgettext_lazy("consent", "Advertising")
    PHOTO = "photo", pgettext_lazy("consent", "Publishing of photographs")


class Channel(models.TextChoices):
    NONE = "", "\u2014"
    PHONE = "phone", pgettext_lazy("consent", "Calls")
    SMS = "sms", pgettext_lazy("consent", "SMS")
    EMAIL = "email", pgettext_lazy("consent", "E-mail")
    MESSENGER = "messenger", pgettext_lazy("consent", "Messengers")
    POST = "post", pgettext_lazy("consent", "Post")


class ConsentTextQuerySet(DictionaryQuerySet):
    def in_force(self, day=None):
        """Of each purpose the newest first."""
        begun = self.active().filter(valid_from__lte=day or clock.today())
        return begun.order_by("-valid_from", "-pk")


class ConsentText(DictionaryEntry):
    """A version of the words that people agree to; once somebody has, it never changes."""

    purpose = models.CharField(_("Purpose"), max_length=20, choices=Purpose)
    valid_from = models.DateField(_("Valid from"), default=clock.today)
    text = models.TextField(pgettext_lazy("consent", "Text"))
    valid_months = models.PositiveSmallIntegerField(
        _("For how long it is given, months"),
        default=0,
        db_default=0,
        help_text=_("0: until it is withdrawn."),
    )

    objects = ConsentTextQuerySet.as_manager()

    class Meta(DictionaryEntry.Meta):
        ordering = ["purpose", "-valid_from", "-pk"]
        verbose_name = _("Text of a consent")


class ConsentQuerySet(models.QuerySet):
    def visible_to(self, user):
        seen = Client.objects.visible_to(user).filter(pk=models.OuterRef("client"))
        return self.filter(models.Exists(seen))

    def standing(self):
        return self.filter(withdrawn_at=None)

    def to_advertising(self, channel=""):
        rows = self.standing().filter(purpose=Purpose.ADVERTISING)
        return rows.filter(channel=channel) if channel else rows


class Consent(models.Model):
    """What somebody has agreed to, by which words, and when they took it back: the firm proves it,
    so a row is never changed but by its withdrawal."""

    class Source(models.TextChoices):
        COUNTER = "counter", pgettext_lazy("source of a consent", "At the counter")
        PAPER = "paper", pgettext_lazy("source of a consent", "Signed paper")
        SITE = "site", pgettext_lazy("source of a consent", "On the site")
        PHONE = "phone", pgettext_lazy("source of a consent", "By phone, recorded")
        LETTER = "letter", pgettext_lazy("source of a consent", "By letter")

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="consents", verbose_name=_("Client")
    )
    person = models.ForeignKey(
        ContactPerson,
        models.SET_NULL,
        related_name="consents",
        verbose_name=_("Contact person"),
        null=True,
        blank=True,
    )
    purpose = models.CharField(_("Purpose"), max_length=20, choices=Purpose)
    channel = models.CharField(_("Channel"), max_length=12, choices=Channel, blank=True)
    text = models.ForeignKey(
        ConsentText, models.PROTECT, related_name="consents", verbose_name=_("Version of the text")
    )
    source = models.CharField(_("How it was given"), max_length=10, choices=Source)
    given_at = models.DateTimeField(_("Given"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who noted it")
    )
    withdrawn_at = models.DateTimeField(_("Withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    withdrawal_note = models.CharField(_("How it was withdrawn"), max_length=250, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "-pk"]
        verbose_name = _("Consent")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose=Purpose.ADVERTISING) & ~models.Q(channel="")
                | ~models.Q(purpose=Purpose.ADVERTISING) & models.Q(channel=""),
                name="consent_channel_of_advertising",
            )
        ]
        indexes = [
            models.Index(
                fields=["channel", "client"],
                condition=models.Q(withdrawn_at=None, purpose=Purpose.ADVERTISING),
                name="consent_to_advertising",
            )
        ]

    def __str__(self):
        words = self.get_purpose_display()
        return f"{words}: {self.get_channel_display()}" if self.channel else words

    def get_absolute_url(self):
        return self.client.get_absolute_url()

    @property
    def stands(self):
        return self.withdrawn_at is None
