from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lines import Line
from orders.work_orders.pricing import LineContent
from sales.proposals.models.proposal import Proposal

Employee = settings.AUTH_USER_MODEL


class Part(models.TextChoices):
    FIXED = "fixed", pgettext_lazy("part of a proposal", "In the sum")
    OPTION = "option", pgettext_lazy("part of a proposal", "Option, as the client wishes")
    ALTERNATIVE = "choice", pgettext_lazy("part of a proposal", "One of alternatives")


class RevisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(proposal__in=Proposal.objects.visible_to(user))

    def in_story(self):
        return self.select_related("made_by").order_by("-number")


class ProposalRevision(models.Model):
    """One state of what is offered. Once sent it never changes: what is agreed otherwise is the
    next revision."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField(_("Revision"), default=1)
    text = models.TextField(_("Text"), blank=True)  # with fields until it is sent
    terms = models.TextField(_("Terms"), blank=True)
    valid_until = models.DateField(_("Holds until"))
    discount_percent = models.DecimalField(
        _("Discount, %"), max_digits=4, decimal_places=1, default=0
    )
    client_discount_percent = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    price_level = models.CharField(max_length=20)
    priced_on = models.DateField(_("Prices of"))
    total = models.DecimalField(_("Sum"), max_digits=12, decimal_places=2, default=0)
    vat_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    # As the discount policy saw it then: compared with when the discount is decided on.
    allowed_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    promised_on = models.DateField(pgettext_lazy("promised date", "Ready"))
    promised_reason = models.CharField(max_length=250, blank=True)
    made_at = models.DateTimeField(pgettext_lazy("moment", "When"))
    made_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", verbose_name=_("Who"))
    sent_at = models.DateTimeField(null=True)
    # Numbers of the attachments that went along, once it is sent.
    pictures = ArrayField(models.BigIntegerField(), default=list, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["proposal", "number"]
        verbose_name = _("Revision of a proposal")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_revision_once")
        ]

    def __str__(self):
        return f"{self.proposal.number}, {self.number}"

    @property
    def is_frozen(self):
        return self.sent_at is not None


class ProposalLine(Line):
    """`key` is that of the line in every revision, so that two of them can be compared. `is_taken`
    says whether it counts: of alternatives one does, an option when the client wants it."""

    revision = models.ForeignKey(ProposalRevision, models.CASCADE, related_name="lines")
    key = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=6, choices=Part, default=Part.FIXED)
    group = models.PositiveSmallIntegerField(default=0)  # of alternatives to each other
    is_taken = models.BooleanField(default=True)

    class Meta(Line.Meta):
        verbose_name = _("Line of a proposal")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["revision", "key"], name="proposal_line_key_once"),
            models.UniqueConstraint(
                fields=["revision", "group"],
                condition=Q(part=Part.ALTERNATIVE, is_taken=True),
                name="proposal_one_alternative_counts",
            ),
            models.CheckConstraint(
                condition=Q(part=Part.ALTERNATIVE, group__gte=1)
                | (~Q(part=Part.ALTERNATIVE) & Q(group=0)),
                name="proposal_alternative_has_group",
            ),
            models.CheckConstraint(
                condition=~Q(part=Part.FIXED) | Q(is_taken=True), name="proposal_fixed_is_taken"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="proposal_line_quantity"),
        ]

    @property
    def is_option(self):
        return self.part == Part.OPTION

    @property
    def is_alternative(self):
        return self.part == Part.ALTERNATIVE

    @property
    def content(self) -> LineContent:
        return LineContent(self.line_spec, self.overridden, self.hand_price)
