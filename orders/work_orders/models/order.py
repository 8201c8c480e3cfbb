from decimal import Decimal

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses, clock
from core.cells import NBSP
from orders import figures
from orders.money.whose import FOLLOW_ORDER
from orders.sketches.lifecycle import SketchStatus
from orders.work_orders.attached import Attached
from orders.work_orders.lifecycle import (
    IN_WORK,
    OPEN,
    ORDER_LIFE,
    ROUTES,
    TAKES_MONEY,
    Status,
    in_words_of,
)
from orders.work_orders.models.order_indexes import INDEXES
from orders.work_orders.querysets import WorkOrderQuerySet
from orders.work_orders.term import Contact, term_of

Employee = settings.AUTH_USER_MODEL


@pghistory.track()
class WorkOrder(Attached, models.Model):
    """A calculation until it is accepted, then the numbered work order of one office."""

    year = models.PositiveSmallIntegerField(default=0)
    seq = models.PositiveIntegerField(default=0)
    # Of an order of the time before, brought in from a file: its year is 0.
    old_number = models.CharField(
        _("Number before"),
        max_length=40,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="orders", verbose_name=_("Office")
    )
    manager = models.ForeignKey(
        Employee, models.PROTECT, related_name="orders", verbose_name=_("Manager")
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="orders", verbose_name=_("Client")
    )
    ad_source = models.ForeignKey(
        "clients.AdSource",
        models.PROTECT,
        related_name="orders",
        verbose_name=_("Ad source"),
        null=True,
        blank=True,
    )
    status = models.CharField(_("State"), max_length=16, choices=Status, default=Status.CALCULATION)
    price_level = models.CharField(_("Price level"), max_length=20, default="retail")
    priced_on = models.DateField(_("Prices of"))
    # Promised in a commercial proposal; without one, prices stand for some days.
    prices_until = models.DateField(_("Prices hold until"), null=True, editable=False)
    discount_percent = models.DecimalField(
        _("Discount, %"), max_digits=4, decimal_places=1, default=0
    )
    # The client's own discount on the day of these prices: an amendment is priced with it too.
    client_discount_percent = models.DecimalField(
        max_digits=4, decimal_places=1, default=0, editable=False
    )
    comment = models.TextField(_("Comment"), blank=True)
    address = models.CharField(_("Address of delivery or installation"), max_length=250, blank=True)
    promised_on = models.DateField(_("Promised date"))
    promised_reason = models.CharField(max_length=250, blank=True)
    # What the client asks for, where the computed date is later; a director decides on it.
    wished_on = models.DateField(_("Wished date"), null=True, blank=True)
    total = models.DecimalField(_("Sum"), max_digits=12, decimal_places=2, default=0)
    paid = models.DecimalField(_("Paid"), max_digits=12, decimal_places=2, default=0)
    # What is owed for an accepted order; a calculation owes nothing, cancelled or not.
    debt = models.GeneratedField(
        expression=Case(When(seq__gt=0, then=F("total") - F("paid")), default=Value(Decimal(0))),
        output_field=models.DecimalField(_("Debt"), max_digits=12, decimal_places=2),
        db_persist=True,
    )
    # What the firm spends on it by the norms and purchase prices of then; None: not known.
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, editable=False)
    # What the discount policy of then gave; None: no policy was in force.
    allowed_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, editable=False)
    vat_percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    debt_allowed_by = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", null=True, blank=True
    )
    cancel_ground = models.CharField(_("Ground of the cancellation"), max_length=250, blank=True)
    kept_for_costs = models.DecimalField(
        _("Kept for costs"), max_digits=12, decimal_places=2, default=0
    )
    hold_reason = models.CharField(_("Reason of the hold"), max_length=250, blank=True)
    remake_of = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="remakes",
        verbose_name=_("Remake of"),
        null=True,
        blank=True,
    )
    # Accepted as the first order of its client: see mark_first_orders.
    is_of_new_client = models.BooleanField(default=False, db_default=False, editable=False)
    # Something of it is made in the workshop; goods and services alone are ready at once.
    has_production = models.BooleanField(default=True, editable=False)
    # The workshop asked or sent back something: only then its panel has anything to show.
    has_shop_notes = models.BooleanField(default=False, editable=False)
    # Somebody was asked by an invoice to pay for it: only then its invoices are looked for.
    has_invoices = models.BooleanField(default=False, db_default=False, editable=False)
    # How often pieces have left: most orders leave at once, and their pages ask for no list.
    visits = models.PositiveSmallIntegerField(default=0, editable=False)
    hand_over_note = models.CharField(_("Noted at hand-over"), max_length=500, blank=True)
    created_at = models.DateTimeField(pgettext_lazy("work order", "Taken"))
    accepted_at = models.DateTimeField(pgettext_lazy("work order", "Accepted at"), null=True)
    checked_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    # How the last sketch sent to the client stands, kept by orders.sketches.actions.
    sketch_state = models.CharField(
        _("Sketch"), max_length=16, choices=SketchStatus, blank=True, editable=False
    )
    unreached_at = models.DateTimeField(_("Not reached since"), null=True)
    # How many of the firm's steps of calling about unclaimed work were made since it is ready.
    follow_up_calls = models.PositiveSmallIntegerField(default=0, editable=False)
    # How many amendments are in force, and whether another one is on its way.
    revision = models.PositiveSmallIntegerField(_("Amendment No."), default=0, editable=False)
    is_being_amended = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1)
    # As Prepayment.to_json(): typed for a calculation, to be booked when it is accepted.
    typed_prepayment = models.JSONField(null=True, blank=True, editable=False)
    # Each press of «accept» carries the token of its form: pressed twice, it makes one order.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = WorkOrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("Work order")
        permissions = [
            *ORDER_LIFE.permissions(),
            ("hold_workorder", _("Put on hold and resume")),
            ("remake_workorder", _("Remake without charge")),
            ("allow_debt_workorder", _("Allow hand-over with a debt")),
            ("approve_discount_workorder", _("Approve a discount up to one's own limit")),
            ("approve_early_date_workorder", _("Approve an earlier date than the computed one")),
            ("approve_hand_price_workorder", _("Approve a price set by hand")),
            ("see_prices", _("See prices and sums")),
            ("warn_of_storage_workorder", _("Warn clients who do not fetch their order")),
            ("import_workorder", _("Bring old orders into the archive")),
            ("control_workorder", _("Control: leave marks and remarks")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "seq"], condition=Q(seq__gt=0), name="order_number_once"
            ),
            models.UniqueConstraint(
                fields=["old_number"], condition=~Q(old_number=""), name="order_old_number_once"
            ),
            models.CheckConstraint(
                condition=Q(year__gt=0) | Q(seq=0) | ~Q(old_number=""), name="order_has_a_number"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CALCULATION)
                | Q(status=Status.CANCELLED)
                | Q(seq__gt=0, accepted_at__isnull=False),
                name="order_accepted_has_number",
            ),
            models.CheckConstraint(condition=Q(total__gte=0), name="order_total_not_negative"),
            models.CheckConstraint(condition=Q(paid__gte=0), name="order_paid_not_negative"),
            models.CheckConstraint(
                condition=Q(discount_percent__range=(0, 100)), name="order_discount_range"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.ON_HOLD) | ~Q(hold_reason=""),
                name="order_on_hold_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.CANCELLED) | ~Q(cancel_ground=""),
                name="order_cancelled_has_ground",
            ),
        ]
        triggers = [*figures.TRIGGERS, FOLLOW_ORDER]
        indexes = INDEXES

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return addresses.of_row("orders:card", self.pk)

    @property
    def number(self):
        """«2026-000123»; a calculation is named by its own id: «Р-17»; an order of the time before
        as it was then."""
        if self.seq and not self.year:
            return self.old_number
        return f"{self.year}-{self.seq:06}" if self.seq else f"{CALCULATION_MARK}-{self.pk}"

    @property
    def state(self):
        """In the words of what it is: a measuring visit is never «in the office»."""
        return in_words_of(self, self.status)

    def get_status_display(self):
        return self.state.label

    def offers(self, user):
        return ORDER_LIFE.offers(self, user)

    @property
    def taken_on(self):
        """The firm's date, whatever the server's is."""
        return localdate(self.created_at)

    @property
    def is_calculation(self):
        return self.status == Status.CALCULATION

    @property
    def is_accepted(self):
        return self.seq > 0

    @property
    def is_on_hold(self):
        return self.status == Status.ON_HOLD

    @property
    def is_ready(self):
        return self.status == Status.READY

    @property
    def is_cancelled(self):
        return self.status == Status.CANCELLED

    @property
    def is_open(self):
        return self.status in OPEN

    @property
    def is_promised(self):
        """The date still means something: the order is being made."""
        return self.status in IN_WORK

    @property
    def takes_money(self):
        return self.status in TAKES_MONEY

    @property
    def overpaid(self):
        return max(-self.debt, 0)

    def is_before(self, step):
        return self.status in ROUTES[step].sources

    @property
    def term(self):
        """Overdue or due today while it is in work, else None."""
        return term_of(self.promised_on, clock.today()) if self.status in IN_WORK else None

    @property
    def contact(self):
        """Whether the client of ready work answers the phone; None where there is no trouble."""
        return Contact.UNREACHED if self.unreached_at else None

    @property
    def sketch_is_void(self):
        return self.sketch_state == SketchStatus.VOID

    @cached_property
    def titles(self):
        """Of the positions; fetched with the row by `with_titles`."""
        return [position.title for position in self.positions.all() if not position.part]

    @property
    def summary(self):
        """The first of the positions by name and size, and how many more there are."""
        if not self.titles:
            return ""
        more = f"{NBSP}(+{len(self.titles) - 1})" if len(self.titles) > 1 else ""
        name_and_size = [NBSP.join(part.rsplit(" ", 1)) for part in self.titles[0].split(", ")[:2]]
        said = ", ".join(name_and_size) + more
        return _("Remake: %(what)s") % {"what": said} if self.remake_of_id else said


CALCULATION_MARK = pgettext_lazy("number of a calculation", "C")
