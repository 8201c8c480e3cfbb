from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from interactions.lifecycle import Status

UNHELD = [Status.DROPPED, Status.CANCELLED]


class Rhythm(models.TextChoices):
    EVERY = "every", pgettext_lazy("regulation", "A contact at least every … days")
    AFTER = "after", pgettext_lazy("regulation", "A call … days after")
    YEARLY = "yearly", pgettext_lazy("regulation", "A call every year, … days before the day of")


class RegulationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def narrower_than(self, regulation):
        """Of those that ask the same, whose clients are not this one's any more: of two segments
        the smaller one is the narrower."""
        same = self.active().filter(rhythm=regulation.rhythm, occasion=regulation.occasion)
        others = same.exclude(segment=None).exclude(pk=regulation.pk)
        if regulation.segment is None:
            return others
        count, pk = regulation.segment.clients_count, regulation.segment_id
        smaller = Q(segment__clients_count__lt=count)
        return others.filter(smaller | Q(segment__clients_count=count, segment__lt=pk))


class ContactRegulation(models.Model):
    """How often, and after what, a client is spoken to; for all, or for a segment."""

    Rhythm = Rhythm

    name = models.CharField(_("Name of the regulation"), max_length=100)
    rhythm = models.CharField(_("Rule"), max_length=10, choices=Rhythm, default=Rhythm.EVERY)
    occasion = models.CharField(_("What day is counted from"), max_length=60, blank=True)
    days = models.PositiveSmallIntegerField(_("Days"), default=30)
    segment = models.ForeignKey(
        "clients.Segment",
        models.PROTECT,
        related_name="+",
        verbose_name=_("For the clients of"),
        null=True,
        blank=True,
    )
    purpose = models.CharField(_("Purpose of the call"), max_length=250)
    script = models.TextField(_("What to say"), blank=True)
    is_active = models.BooleanField(pgettext_lazy("regulation", "In force"), default=True)
    active_since = models.DateField(default=clock.today)  # nothing is due before
    planned_until = models.DateField(null=True)  # what was due by this day is planned
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = RegulationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("Regulation of contact")
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="regulation_name_once",
                violation_error_message=_("There is a regulation of this name."),
            ),
            models.UniqueConstraint(
                fields=["rhythm", "occasion", "days", "segment"],
                condition=Q(is_active=True),
                nulls_distinct=False,
                name="regulation_once",
                violation_error_message=_("There is such a regulation for these clients already."),
            ),
            models.CheckConstraint(
                condition=Q(rhythm=Rhythm.EVERY, occasion="", days__gte=1)
                | (~Q(rhythm=Rhythm.EVERY) & ~Q(occasion="")),
                name="regulation_counts_from_a_day",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("interactions:edit_regulation", args=[self.pk])


class DueQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the calls that were made of them."""
        calls = self.model._meta.get_field("call").related_model.objects
        return self.filter(call__in=calls.visible_to(user))

    def waiting_for_a_call(self):
        return self.filter(call=None)

    def between(self, since, until):
        rows = self.filter(planned_on__gte=since) if since else self
        return rows.filter(planned_on__lte=until) if until else rows

    def with_contact(self):
        """`contacted_at`: when the client was spoken to for the first time since it was due."""
        calls = self.model._meta.get_field("call").related_model.objects
        since = calls.contacts().filter(
            client=OuterRef("client"), moment_at__gte=OuterRef("begins_at")
        )
        first = since.order_by("moment_at").values("moment_at")[:1]
        return self.annotate(contacted_at=Subquery(first, output_field=models.DateTimeField()))

    def kept(self):
        return self.with_contact().filter(_is_kept())

    def late(self):
        return self.with_contact().filter(_is_late())

    def broken(self):
        return self.with_contact().filter(_is_broken())

    def ahead(self):
        return self.with_contact().filter(_is_ahead())

    def dismissed(self):
        return self.with_contact().filter(_is_dismissed())


def _is_kept():
    return Q(contacted_at__lt=F("ends_at"))


def _is_late():
    return Q(contacted_at__gte=F("ends_at"))


def _is_dismissed():
    return Q(contacted_at=None, call__status__in=UNHELD)


def _is_broken():
    return Q(contacted_at=None, ends_at__lte=clock.now()) & ~Q(call__status__in=UNHELD)


def _is_ahead():
    return Q(contacted_at=None, ends_at__gt=clock.now()) & ~Q(call__status__in=UNHELD)


# What a report counts in one pass, by the name of the method that lists it.
FATES = {
    "kept": _is_kept,
    "late": _is_late,
    "broken": _is_broken,
    "ahead": _is_ahead,
    "dismissed": _is_dismissed,
}


class ContactDue(models.Model):
    """What a regulation asks of one client by one day: each once, whenever it is asked."""

    regulation = models.ForeignKey(
        ContactRegulation, models.CASCADE, related_name="dues", verbose_name=_("Regulation")
    )
    client = models.ForeignKey(
        "clients.Client", models.CASCADE, related_name="+", verbose_name=_("Client")
    )
    due_on = models.DateField(_("Due on"))
    occasion_on = models.DateField()  # the day it was counted from
    planned_on = models.DateField(_("To be done on"))  # the working day
    begins_at = models.DateTimeField()  # a contact from here on satisfies it…
    ends_at = models.DateTimeField()  # …and until here in time
    call = models.OneToOneField(
        "interactions.Interaction", models.CASCADE, related_name="due", null=True
    )

    objects = DueQuerySet.as_manager()

    class Meta:
        verbose_name = _("Contact that is due")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "client", "due_on"], name="contact_due_once"
            )
        ]
        indexes = [
            models.Index(fields=["planned_on", "id"], name="contact_due_planned"),
            models.Index(fields=["id"], condition=Q(call=None), name="contact_due_uncalled"),
        ]

    def __str__(self):
        return self.regulation.name

    def get_absolute_url(self):
        return self.call.get_absolute_url()

    @property
    def is_satisfied(self):
        """The client was spoken to since."""
        calls = self._meta.get_field("call").related_model.objects
        return (
            calls.of_client(self.client_id)
            .contacts()
            .filter(moment_at__gte=self.begins_at)
            .exists()
        )
