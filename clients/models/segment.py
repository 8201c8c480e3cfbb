from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import JSONObject
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses, registry


class SegmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own and the shared ones; none whose conditions ask for a figure that is not for
        this person: who is in it would say what the figure is."""
        if not user.has_perm("clients.view_client"):
            return self.none()
        rights = {each.right for each in registry.figures if each.right}
        hidden = [right for right in rights if not user.has_perm(right)]
        seen = self.filter(Q(owner=user) | Q(is_shared=True)).not_asking_for(user.hidden_fields)
        return seen.exclude(rights__overlap=hidden) if hidden else seen

    def not_asking_for(self, codes):
        """None whose conditions name one of these attributes."""
        rows = self
        for code in codes:
            asked = Func(
                F("conditions"),
                Value("$.**.attribute ? (@ == $code)"),
                JSONObject(code=Value(code)),
                function="jsonb_path_exists",
                template="%(function)s(%(expressions)s)",
                output_field=models.BooleanField(),
            )
            rows = rows.exclude(Exact(asked, True))
        return rows

    def mine(self, user):
        return self.filter(owner=user)

    def live(self):
        return self.filter(is_frozen=False)


class Segment(models.Model):
    """A group of clients under a name: by conditions, or, frozen, those who were in it once."""

    name = models.CharField(_("Name of the segment"), max_length=100)
    folded_name = models.GeneratedField(
        expression=models.functions.Lower("name"),
        output_field=models.CharField(max_length=100),
        db_persist=True,
    )
    conditions = models.JSONField(default=dict, db_default={})  # clients/segments/tree.py
    # Without them the figures that the conditions ask for are hidden, and so is the segment.
    rights = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    is_frozen = models.BooleanField(pgettext_lazy("segment", "Frozen"), default=False)
    is_shared = models.BooleanField(_("For everybody"), default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Made by")
    )
    clients_count = models.PositiveIntegerField(pgettext_lazy("list", "Clients"), default=0)
    counted_at = models.DateTimeField(_("Counted at"))

    objects = SegmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Segment")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="segment_has_a_name"),
        ]
        indexes = [
            models.Index(fields=["folded_name", "id"], name="segment_folded_name"),
            models.Index(fields=["clients_count", "id"], name="segment_clients_count"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return addresses.of_row("clients:segment", self.pk)


class SegmentMember(models.Model):
    """A client in a frozen segment."""

    segment = models.ForeignKey(Segment, models.CASCADE, related_name="members")
    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="frozen_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "segment"], name="segment_member_once"),
        ]

    def __str__(self):
        return f"{self.segment_id}: {self.client_id}"
