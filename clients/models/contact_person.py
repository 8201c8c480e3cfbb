from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients import completeness
from clients.models.tracking import of_card
from clients.search import Fold, Grams


@of_card("contact_person", exclude=["folded_name", "name_grams"])
class ContactPerson(models.Model):
    """A human at an organisation, with their part in a purchase."""

    class Part(models.TextChoices):
        USER = "user", pgettext_lazy("part in a purchase", "User")
        INFLUENCER = "influencer", pgettext_lazy("part in a purchase", "Influencer")
        DECISION_MAKER = "decides", pgettext_lazy("part in a purchase", "Decision maker")
        APPROVER = "approver", pgettext_lazy("part in a purchase", "Approver")

    client = models.ForeignKey(
        "clients.Client", models.CASCADE, related_name="people", verbose_name=_("Client")
    )
    name = models.CharField(_("Name"), max_length=200)
    folded_name = models.GeneratedField(
        expression=Fold(F("name")), output_field=models.TextField(), db_persist=True
    )
    name_grams = models.GeneratedField(
        expression=Grams(F("name")),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )
    post = models.CharField(_("Post"), max_length=120, blank=True)
    part = models.CharField(_("Part in a purchase"), max_length=12, choices=Part, blank=True)
    birthday = models.DateField(_("Birthday"), null=True, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    note = models.TextField(_("Note"), blank=True)
    left_on = models.DateField(_("Works there no more since"), null=True, blank=True)
    created_at = models.DateTimeField(pgettext_lazy("client", "Registered"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["left_on", "pk"]
        verbose_name = _("Contact person")
        triggers = completeness.counted()
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="contact_person_has_a_name"),
        ]
        indexes = [
            GinIndex(fields=["name_grams"], name="contact_person_name_grams"),
            models.Index(fields=["folded_name", "id"], name="contact_person_folded_name"),
        ]

    def __str__(self):
        return self.name


class RelationLevel(models.Model):
    """How well we stood with a contact person on a day; the newest one holds."""

    class Level(models.IntegerChoices):
        STRAINED = 1, pgettext_lazy("relation", "Strained")
        UNKNOWN = 2, pgettext_lazy("relation", "Hardly know each other")
        BUSINESS = 3, pgettext_lazy("relation", "Business")
        TRUST = 4, pgettext_lazy("relation", "Trust")
        ALLY = 5, pgettext_lazy("relation", "Our ally")

    person = models.ForeignKey(
        ContactPerson,
        models.CASCADE,
        related_name="relation_levels",
        verbose_name=_("Contact person"),
    )
    level = models.PositiveSmallIntegerField(_("Level of relation"), choices=Level)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.CharField(_("Note"), max_length=250, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.get_level_display()
