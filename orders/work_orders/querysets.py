from datetime import timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DecimalField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from company.models import Approval
from company.models.employee import NAMES
from company.scope import within
from core import clock
from core.fetching import besides
from core.money import ZERO
from orders.control.controlled import ControlledOrders
from orders.sketches.lifecycle import UNAPPROVED
from orders.work_orders.counted import CountedOrders
from orders.work_orders.finding import FindableOrders, FindablePositions
from orders.work_orders.lifecycle import (
    ARCHIVE,
    BEGUN_IN_SHOP,
    HANDABLE,
    IN_SHOP,
    IN_WORK,
    OPEN,
    TO_ARRIVE,
    UNSETTLED,
    PositionStatus,
    PositionStep,
    Status,
)
from orders.work_orders.promised import PromisedOrders

ROW = (
    *("year", "seq", "old_number", "status", "created_at", "promised_on", "ready_at"),
    *("total", "debt", "has_production", "remake_of", "unreached_at"),
)
PEOPLE = ("client__name", "office__name", *(f"manager__{name}" for name in NAMES))
BRING = "orders.arrive_workorder"
SENT_BACK = [PositionStep.SEND_BACK, PositionStep.RETURN]


def scoped(rows, user, right, prefix="", own="manager"):
    if not user.has_perm(right):
        return rows.none()
    return rows.filter(within(user, f"{prefix}{own}", f"{prefix}office"))


class WorkOrderQuerySet(ControlledOrders, FindableOrders, CountedOrders, PromisedOrders):
    def visible_to(self, user):
        """The whole firm's, the office's or one's own orders, as the role says."""
        return scoped(self, user, "orders.view_workorder")

    def with_parties(self):
        """With those who stand on its papers and are called about it."""
        return self.select_related("client", "office", "manager")

    def with_files_for(self, user):
        """The workshop sees the sketches of what it makes, though not the order itself."""
        seen = self.visible_to(user)
        if not user.has_perm("orders.view_shop_position"):
            return seen
        return seen | self.exclude(status=Status.CALCULATION)

    def brought_by(self, user):
        """Orders this person may bring to an office: a driver all, a manager those of the desk."""
        return self.within_reach_of(user, BRING)

    def within_reach_of(self, user, right):
        """Orders on which a right may be used: the desk's those that it sees; who sees no orders
        but has the right, as a driver or a foreman, reaches all that are accepted."""
        if not user.has_perm(right):
            return self.none()
        seen = self.visible_to(user) if user.has_perm("orders.view_workorder") else self
        return seen.exclude(status=Status.CALCULATION)

    def waiting_for_transport(self):
        """Checked, and still in the workshop."""
        return self.filter(status=Status.CHECKED)

    def calculations(self):
        return self.filter(status=Status.CALCULATION)

    def with_typed_prepayment(self, method):
        """Calculations with money that is written down and not booked yet."""
        return self.calculations().filter(typed_prepayment__method=method)

    def in_work(self):
        return self.filter(status__in=IN_WORK)

    def open(self):
        return self.filter(status__in=OPEN)

    def answered_for(self):
        """Whose manager still has something to do: calculations, open orders, debts."""
        return self.filter(Q(status__in=UNSETTLED) | Q(debt__gt=0))

    def on_hold(self):
        return self.filter(status=Status.ON_HOLD)

    def ready(self):
        return self.filter(status=Status.READY)

    def unclaimed(self, days):
        """Made, in the office for so many days, and nobody comes for it. Goods and services alone
        are ready as soon as they are ordered: they do not count."""
        latest = clock.midnight(clock.today() - timedelta(days=days - 1))
        return self.ready().filter(has_production=True, ready_at__lt=latest)

    def unreached(self):
        """Ready, and the client does not answer the phone."""
        return self.ready().filter(unreached_at__isnull=False)

    def handed_over(self):
        return self.filter(status=Status.HANDED_OVER)

    def due_for_archive(self, days):
        return self.handed_over().filter(handed_over_at__lte=clock.now() - timedelta(days=days))

    def before(self):
        """Of the time before, brought in from files."""
        return self.filter(year=0, seq__gt=0)

    def archive(self):
        return self.filter(status__in=ARCHIVE)

    def due_today(self):
        return self.in_work().filter(promised_on=clock.today())

    def overdue(self):
        return self.in_work().filter(promised_on__lt=clock.today())

    def waiting_for_approval(self):
        """A director, or of an amendment the foreman, has yet to say yes or no."""
        asked = Approval.objects.waiting().about(self.model).values("subject_id")
        amendments = self.model._meta.get_field("amendments").related_model.objects
        return self.filter(pk__in=asked.union(amendments.undecided().values("order")))

    def with_unapproved_sketch(self):
        """Open, and the client has yet to agree to what was shown, or to what has changed since."""
        return self.open().filter(sketch_state__in=UNAPPROVED)

    def in_debt(self):
        return self.filter(debt__gt=0)

    def to_be_invoiced(self):
        """Something is owed for them that no invoice asks for: `left_to_ask`."""
        shares = self.model._meta.get_field("invoice_shares").related_model.objects.standing()
        asked = shares.filter(order=OuterRef("pk")).order_by().values("order")
        asked = Subquery(asked.annotate(sum=Sum(F("amount") - F("paid"))).values("sum"))
        left = F("debt") - Coalesce(asked, ZERO, output_field=DecimalField())
        return self.in_debt().annotate(left_to_ask=left).filter(left_to_ask__gt=0)

    def owed_without_invoice(self):
        """The client has it, and no invoice asks for what is owed: `left_to_ask`."""
        given = [Status.HANDED_OVER, Status.ARCHIVED]
        return self.to_be_invoiced().filter(status__in=given, handed_over_at__isnull=False)

    def aged(self, age):
        """By the days since it was handed over."""
        return self.filter(age.due_at("handed_over_at"))

    def with_people(self):
        return self.select_related("client", "manager", "office")

    def in_rows(self, *more):
        """As lists show them: of the client, the manager and the office the names."""
        return self.with_people().only(*ROW, *PEOPLE, *more)

    def in_short_rows(self):
        """As blocks of other pages show them: of people, only the client's name."""
        return self.select_related("client").only(*ROW, "client__name")

    def with_main_phone(self):
        """`main_phone` to call, where the others are of no use."""
        phones = self.model._meta.get_field("client").related_model.phones.rel.related_model.objects
        theirs = phones.filter(client=OuterRef("client"))
        return self.annotate(main_phone=Subquery(theirs.values("e164")[:1]))

    def with_phones(self):
        return self.prefetch_related("client__phones")

    def with_card_facts(self):
        """Who has allowed a debt is asked for where somebody has."""
        asked = Exists(Approval.objects.standing().of_each(self.model))
        facts = self.with_people().with_phones().select_related("ad_source")
        facts = facts.annotate(is_asked_about=asked)
        return facts.defer("client__folded_name", "client__name_grams")

    def with_titles(self):
        """For `summary`: the words of the positions, fetched with the row."""
        positions = self.model._meta.get_field("positions").related_model.objects
        theirs = positions.filter(order=OuterRef("pk"), part=0).order_by("ordinal").values("title")
        return self.annotate(titles=ArraySubquery(theirs))


class PositionQuerySet(FindablePositions):
    def visible_to(self, user):
        if user.has_perm("orders.view_shop_position"):
            return self
        return scoped(self, user, "orders.view_workorder", "order__")

    def in_shop(self):
        """The shop's queue: positions to make, or made and not checked, of orders in work."""
        return self.filter(goes_to_shop=True, order__status__in=IN_WORK, status__in=IN_SHOP)

    def for_shop(self):
        """With the order, its office and why it came back; without what the price is made of."""
        steps = self.model._meta.get_field("steps").related_model.objects
        returns = steps.filter(subject=OuterRef("pk"), step__in=SENT_BACK)
        order = self.model._meta.get_field("order").related_model
        return (
            self.select_related("order__office", "order__remake_of")
            .defer("explanation", *besides("order__remake_of", order, "year", "seq", "old_number"))
            .annotate(sent_back_note=Subquery(returns.order_by("-pk").values("note")[:1]))
        )

    def sold(self, user, since, until):
        """The lines of the orders that `user` sees of `WorkOrder.objects.accepted_between`."""
        seen = scoped(self, user, "orders.view_workorder", "order__").filter(order__seq__gt=0)
        period = clock.during("order__accepted_at", since, until)
        return seen.filter(**period).exclude(order__status=Status.CANCELLED)

    def by_promise(self):
        return self.order_by("order__promised_on", "order_id", "ordinal")

    def overdue(self):
        return self.filter(order__promised_on__lt=clock.today())

    def waiting_for_stage(self, code):
        """The part of the queue that this stage of the workshop has yet to work on."""
        return self.filter(operations__is_open=True, operations__stage__code=code)

    def begun(self):
        """What costs have gone into already."""
        return self.filter(goes_to_shop=True).exclude(status=PositionStatus.WAITING)

    def of_clients_material(self):
        """Made of what the client has brought."""
        return self.filter(spec__own_material=True)

    def handable(self):
        """What may leave now: from the office, or straight from the workshop or the transport."""
        return self.filter(status__in=HANDABLE)

    def in_office(self):
        return self.filter(status=PositionStatus.IN_OFFICE)

    def handed_over(self):
        return self.filter(status=PositionStatus.HANDED_OVER)

    def left(self):
        """What the client does not have yet."""
        return self.exclude(status=PositionStatus.HANDED_OVER)

    def left_after(self, visit):
        """What the client did not have yet when this visit was over."""
        later = Q(hand_over__gt=visit.pk)
        return self.filter(later | ~Q(status=PositionStatus.HANDED_OVER))

    def to_arrive(self):
        """Checked, and not in the office yet."""
        return self.filter(status__in=TO_ARRIVE)

    def waiting_for_transport(self):
        """Checked pieces of orders in work, whether or not the others are made."""
        return self.filter(
            goes_to_shop=True, order__status__in=IN_WORK, status=PositionStatus.CHECKED
        )

    def on_the_way(self):
        return self.filter(status=PositionStatus.LOADED)

    def being_made(self):
        """Begun and still in the workshop: a change of these is for the foreman to allow."""
        return self.filter(goes_to_shop=True, status__in=BEGUN_IN_SHOP)


class HandOverQuerySet(QuerySet):
    def visible_to(self, user):
        return scoped(self, user, "orders.view_workorder", "order__")


class OperationQuerySet(QuerySet):
    def queued(self):
        return self.filter(is_open=True)

    def urgent(self):
        return self.filter(position__spec__has_key="urgency").exclude(position__spec__urgency="")

    def minutes_by_stage(self) -> dict[int, int]:
        rows = self.queued().values_list("stage").annotate(Sum("minutes"))
        return dict(rows.order_by())
