import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients import completeness
from clients.models.tag import DEFERRAL_UNITS
from clients.models.tracking import index, of_card
from clients.querysets import ClientQuerySet
from clients.search import Fold, Grams
from company.deadlines.terms import Unit
from core import addresses

DERIVED = ["folded_name", "name_grams"]
KEEP_WORDS = """
    INSERT INTO clients_nameword (word)
    SELECT DISTINCT said FROM unnest(string_to_array(NEW.folded_name, ' ')) AS said
    WHERE length(said) > 3 AND said !~ '[0-9]'
      AND NOT EXISTS (SELECT FROM clients_nameword WHERE word = said);
    RETURN NEW;
"""


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange(exclude=[*DERIVED, "version"])),
    pghistory.DeleteEvent(),
    exclude=DERIVED,
    meta={
        "indexes": [
            index("pgh_obj", "client"),
            # What stood there before a change, of a card that was changed ten thousand times.
            models.Index(fields=["pgh_obj", "pgh_id"], name="client_before_a_change"),
            # Changes on the timeline of the client's page.
            models.Index(
                fields=["pgh_obj", "pgh_created_at", "pgh_id"],
                condition=models.Q(pgh_label="update"),
                name="client_changes",
            ),
        ]
    },
)
class Client(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", pgettext_lazy("client", "Private person")
        ORGANISATION = "organisation", pgettext_lazy("client", "Organisation")

    class Sector(models.TextChoices):
        CONSUMER = "consumer", pgettext_lazy("client", "For themselves")
        TRADE = "trade", pgettext_lazy("client", "For business")

    kind = models.CharField(_("Kind"), max_length=12, choices=Kind, default=Kind.PERSON)
    sector = models.CharField(
        _("Buys"),
        max_length=10,
        choices=Sector,
        default=Sector.CONSUMER,
        db_default=Sector.CONSUMER,
    )
    # What part the card plays: figures and segments count those who are clients.
    is_client = models.BooleanField(
        pgettext_lazy("part of a card", "Client"), default=True, db_default=True
    )
    is_supplier = models.BooleanField(
        pgettext_lazy("part of a card", "Supplier"), default=False, db_default=False
    )
    is_partner = models.BooleanField(
        pgettext_lazy("part of a card", "Partner"), default=False, db_default=False
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
    email = models.EmailField(_("E-mail"), blank=True)
    address = models.CharField(_("Address"), max_length=250, blank=True)
    # Of the main address.
    region = models.ForeignKey(
        "clients.Region",
        models.PROTECT,
        related_name="clients",
        verbose_name=_("Region"),
        null=True,
        blank=True,
    )
    note = models.TextField(_("Note"), blank=True)
    group = models.ForeignKey(
        "clients.ClientGroup",
        models.PROTECT,
        related_name="clients",
        verbose_name=_("Group of organisations"),
        null=True,
        blank=True,
    )
    tags = models.ManyToManyField(
        "clients.Tag", related_name="clients", verbose_name=_("Tags"), blank=True
    )
    likes = models.TextField(_("Likes"), blank=True, db_default="")
    avoids = models.TextField(_("Avoids"), blank=True, db_default="")
    aim = models.TextField(_("Aim of the relation"), blank=True, db_default="")
    strategy = models.TextField(_("Agreed strategy"), blank=True, db_default="")
    # What the firm's own fields say: {code of company.OwnField: value as JSON}.
    own = models.JSONField(_("Own fields"), default=dict, blank=True, db_default={})
    ad_source = models.ForeignKey(
        "clients.AdSource",
        models.PROTECT,
        related_name="clients",
        verbose_name=_("Ad source"),
        null=True,
        blank=True,
    )
    price_level = models.CharField(_("Price level"), max_length=20, default="retail")
    discount_percent = models.DecimalField(
        _("Discount, %"), max_digits=4, decimal_places=1, default=0
    )
    # How long payment is deferred: see clients.payment_terms.
    deferral_days = models.PositiveSmallIntegerField(
        _("Payment is deferred for, days"), default=0, db_default=0
    )
    deferral_unit = models.CharField(
        _("Days of the deferral"),
        max_length=15,
        choices=DEFERRAL_UNITS,
        default=Unit.WORKING_DAYS,
        db_default=Unit.WORKING_DAYS,
    )
    credit_limit = models.DecimalField(
        _("Credit limit"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty: no limit."),
    )
    is_credit_stopped = models.BooleanField(_("No more credit"), default=False, db_default=False)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="clients", verbose_name=_("Manager")
    )
    created_at = models.DateTimeField(pgettext_lazy("client", "Registered"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = _("Client")
        permissions = [
            ("set_terms_client", _("Set a client's price level and discount")),
            ("import_client", _("Bring clients in from files")),
            ("bulk_client", _("Change many clients at once")),
            ("merge_client", _("Merge clients that are one and the same")),
            ("erase_client", _("Erase the personal data of a client for good")),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="client_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(discount_percent__range=(0, 100)), name="client_discount_range"
            ),
            models.CheckConstraint(
                condition=models.Q(credit_limit__gte=0), name="client_credit_limit"
            ),
            models.CheckConstraint(
                condition=models.Q(is_client=True)
                | models.Q(is_supplier=True)
                | models.Q(is_partner=True),
                name="client_plays_a_part",
            ),
        ]
        # A client without its row of figures cannot be, however it came into the table.
        triggers = [
            *completeness.counted("id", ("insert", "update")),
            pgtrigger.Trigger(
                name="client_summary",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="INSERT INTO clients_clientsummary (client_id) VALUES (NEW.id); RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="client_name_words",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("name"),
                func=KEEP_WORDS,
            ),
        ]
        indexes = [
            GinIndex(fields=["own"], name="client_own", opclasses=["jsonb_path_ops"]),
            models.Index(fields=["email"], condition=~models.Q(email=""), name="client_email"),
            models.Index(Upper("email"), name="client_email_in_any_case"),
            GinIndex(fields=["name_grams"], name="client_name_grams"),
            models.Index(fields=["folded_name", "id"], name="client_folded_name"),
            models.Index(fields=["created_at", "id"], name="client_created_at"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return addresses.of_row("clients:card", self.pk)

    def hand_urls(self) -> dict[str, str]:
        verbs = ("accept", "decline", "recall")
        return {verb: reverse(f"clients:{verb}", args=[self.pk]) for verb in verbs}

    @property
    def main_phone(self):
        """Of the prefetched phones, the one to call first."""
        phones = list(self.phones.all())
        return phones[0] if phones else None


@of_card("client_tag")
class ClientTag(Client.tags.through):
    """A tag that a client has: named here so that its history is kept too."""

    class Meta:
        proxy = True
        triggers = completeness.counted()
