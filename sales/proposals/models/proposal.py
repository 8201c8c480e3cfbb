import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses, clock
from core.lifecycle import StepRecord
from sales.proposals.lifecycle import (
    PROPOSAL_LIFE,
    WITH_CLIENT,
    ProposalStatus,
    ProposalVerb,
)
from sales.proposals.querysets import ProposalQuerySet

Employee = settings.AUTH_USER_MODEL
MARK = pgettext_lazy("mark of a proposal number", "P")


@pghistory.track()
class Proposal(models.Model):
    """What is offered to a client, revision after revision. Sum, term and number of the revision
    in force stand here too, since lists and reports ask for them."""

    year = models.PositiveSmallIntegerField()
    seq = models.PositiveIntegerField()
    title = models.CharField(_("What it is about"), max_length=200)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="proposals", verbose_name=_("Client")
    )
    person = models.ForeignKey(
        "clients.ContactPerson",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("Contact person"),
        null=True,
        blank=True,
    )
    deal = models.ForeignKey(
        "sales.Deal",
        models.PROTECT,
        related_name="proposals",
        verbose_name=_("Deal"),
        null=True,
        blank=True,
    )
    order = models.OneToOneField(
        "orders.WorkOrder",
        models.PROTECT,
        related_name="proposal",
        verbose_name=_("Order"),
        null=True,
        blank=True,
    )
    responsible = models.ForeignKey(
        Employee, models.PROTECT, related_name="proposals", verbose_name=_("Responsible")
    )
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="+", verbose_name=_("Office")
    )
    status = models.CharField(
        _("State"), max_length=9, choices=ProposalStatus, default=ProposalStatus.DRAFT
    )
    revision = models.PositiveSmallIntegerField(_("Revision"), default=1)
    total = models.DecimalField(_("Sum"), max_digits=12, decimal_places=2, default=0)
    discount_percent = models.DecimalField(
        _("Discount, %"), max_digits=4, decimal_places=1, default=0
    )
    valid_until = models.DateField(_("Holds until"))
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(pgettext_lazy("proposal", "Prepared"))
    created_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    first_sent_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(pgettext_lazy("proposal", "Sent"), null=True)
    opened_at = models.DateTimeField(pgettext_lazy("proposal", "Opened by the client"), null=True)
    answered_at = models.DateTimeField(pgettext_lazy("proposal", "Answered"), null=True)
    words = models.TextField(_("What the client says"), blank=True)
    # Each press of the button carries the token of its form: pressed twice, it prepares one.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("Commercial proposal")
        default_permissions = ("add", "view", "change")
        permissions = [
            ("send_proposal", _("Send commercial proposals")),
            ("approve_discount_proposal", _("Approve discounts of proposals")),
            ("approve_hand_price_proposal", _("Approve prices by hand of proposals")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "seq"], name="proposal_number_once"),
            models.CheckConstraint(condition=Q(total__gte=0), name="proposal_sum_not_negative"),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(WITH_CLIENT)) | Q(sent_at__isnull=False),
                name="proposal_sent_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="proposal_created"),
            models.Index(fields=["client", "created_at", "id"], name="proposal_of_client"),
            models.Index(fields=["first_sent_at"], name="proposal_first_sent"),
            models.Index(
                fields=["answered_at"],
                condition=Q(status=ProposalStatus.ACCEPTED),
                name="proposal_accepted",
            ),
            models.Index(
                fields=["responsible", "valid_until", "id"],
                condition=Q(status__in=sorted(WITH_CLIENT)),
                name="proposal_with_client",
            ),
            models.Index(
                fields=["valid_until", "id"],
                condition=Q(status__in=sorted(WITH_CLIENT)),
                name="proposal_ending",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return addresses.of_row("sales:proposal", self.pk)

    @property
    def number(self):
        return f"{MARK}-{self.year}-{self.seq:06}"

    @property
    def state(self):
        return ProposalStatus(self.status)

    @property
    def is_draft(self):
        return self.status == ProposalStatus.DRAFT

    @property
    def is_with_client(self):
        return self.status in WITH_CLIENT

    @property
    def is_accepted(self):
        return self.status == ProposalStatus.ACCEPTED

    @property
    def is_declined(self):
        return self.status == ProposalStatus.DECLINED

    @property
    def is_expired(self):
        return self.status == ProposalStatus.EXPIRED

    @property
    def days_left(self):
        return (self.valid_until - clock.today()).days

    def offers(self, user):
        return PROPOSAL_LIFE.offers(self, user)


class ProposalStep(StepRecord):
    subject = models.ForeignKey(Proposal, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    @property
    def label(self):
        return ProposalVerb(self.step).label
