"""Lets the plan happen through the business's own verbs, under a travelling clock."""

import logging
import uuid
from datetime import timedelta
from decimal import ROUND_UP, Decimal
from functools import cached_property

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from clients import actions as client_actions
from clients.models import AdSource, Client, Region
from company.models import Employee, Notification
from core import clock, standing
from core.errors import Refused
from crm.demo import signature
from crm.demo.drawers import Drawers
from crm.demo.plan import Plan
from interactions import actions as interaction_actions
from interactions.lifecycle import Result
from interactions.models import Interaction
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.actions.keep import keep_new
from orders.work_orders.lifecycle import Status
from orders.work_orders.pricing import LineContent, OrderContent, Prepayment
from production import actions as production
from production.models import DefectCause
from production.transport import actions as transport

log = logging.getLogger(__name__)
HUNDRED = Decimal(100)
# Of so many days the transport lists are told too.
NEWEST = timedelta(days=4)
TRACKED = ["clients_clientevent", "clients_clientphoneevent", "orders_workorderevent",
           "orders_positionevent", "orders_paymentevent"]  # fmt: skip
# What is written in one transaction, the planner believes empty: after so many days it is shown.
LOOK_AGAIN = {3, 10, 30, 100}
GROWN = ["orders_workorder", "orders_position", "orders_positionoperation", "orders_orderstep",
         "orders_positionsteprecord", "orders_payment", "clients_client", "clients_clientphone",
         "interactions_interaction", "core_document", "company_notification"]  # fmt: skip


class History:
    def __init__(self, plan: Plan):
        self.plan = plan
        self.namespace = uuid.uuid5(uuid.NAMESPACE_OID, plan.now.isoformat())
        self.wanted = set()
        self.refused = 0
        self.is_recent = True

    def happen(self, days, *, recent: bool, tell=lambda day: None):
        """Live through `days`, one transaction each, with the orders of one side of the border.

        The drawers are counted on the recent side only: what belongs to an older order was.
        """
        self.is_recent = recent
        chosen = (order for order in self.plan.orders if self.plan.is_recent(order) == recent)
        self.wanted = {order.number for order in chosen}
        for place, day in enumerate(days):
            if place in LOOK_AGAIN:
                _analyze()
            with transaction.atomic(), standing.kept():
                if recent:
                    self.drawers.open(day)
                for event in self.plan.events.get(day, ()):
                    if event.number in self.wanted:
                        self._live(event)
                self.drawers.close(day)
                _date_changes(day)
            tell(day)

    def _live(self, event):
        with clock.at(event.at):
            order = self.plan.orders[event.number]
            word = getattr(self, f"_{event.word}")
            try:
                word(order, **event.facts)
            except Refused as refused:
                # A client who is refused simply goes on; but a plan that the rules refuse is wrong.
                self.refused += 1
                log.warning("%s of demo order %s: %s", event.word, event.number, refused)

    # --- who ---

    @cached_property
    def managers(self):
        return list(Employee.objects.filter(role__code="manager").select_related("role", "office"))

    @cached_property
    def drawers(self):
        return Drawers(self.plan.now, self.managers)

    @cached_property
    def causes(self):
        return list(DefectCause.objects.order_by("pk"))

    @cached_property
    def staff(self):
        people = Employee.objects.select_related("role", "office").order_by("-pk")
        return {person.role.code: person for person in people}

    @cached_property
    def sources(self):
        return {source.name: source for source in AdSource.objects.all()}

    @cached_property
    def regions(self):
        return {region.name: region for region in Region.objects.all()}

    def _manager(self, order):
        return self.managers[order.manager % len(self.managers)]

    def _client(self, order) -> Client:
        planned = order.client
        known = Client.objects.filter(phones__e164=planned.phone).first()
        if known and known.created_at > clock.now():
            _known_since(known, clock.now())
        return known or client_actions.add(
            by=self._manager(order),
            name=planned.name,
            phone_text=planned.phone,
            ad_source=self.sources[planned.source],
            kind=planned.kind,
            email=planned.email,
            price_level=planned.price_level,
            region=self.regions.get(planned.region),
        )

    def _kept(self, order) -> WorkOrder:
        return WorkOrder.objects.get(form_token=self._token(order))

    def _token(self, order):
        return uuid.uuid5(self.namespace, str(order.number))

    # --- what happens ---

    def _calculate(self, order):
        by = self._manager(order)
        actions.calculate(self._content(order), by=by, token=self._token(order))

    def _take(self, order, *, prepayment):
        by = self._manager(order)
        kept, _is_new = keep_new(self._content(order), by=by, token=self._token(order))
        actions.accept(kept, by=by, prepayment=_prepaid(kept, *prepayment))

    def _accept(self, order, *, prepayment):
        kept = self._kept(order)
        actions.accept(kept, by=self._manager(order), prepayment=_prepaid(kept, *prepayment))

    def _content(self, order):
        client = self._client(order)
        return OrderContent(
            client=client,
            lines=tuple(LineContent(spec) for spec in order.lines),
            ad_source=client.ad_source,
            discount_percent=Decimal(order.discount),
            comment=order.comment,
            address=order.address,
        )

    def _start(self, order):
        self._each_position(order, actions.start, "worker")

    def _finish(self, order):
        self._each_position(order, actions.finish, "worker")

    def _check(self, order):
        self._each_position(order, actions.check, "foreman")

    def _send_back(self, order, *, note):
        position = self._kept(order).positions.filter(goes_to_shop=True).first()
        cause = self.causes[order.number % len(self.causes)]
        production.send_back(position, by=self.staff["foreman"], note=note, cause=cause)

    def _each_position(self, order, verb, role):
        positions = self._kept(order).positions.filter(goes_to_shop=True)
        step = verb.__name__
        for position in positions:
            if any(offer.step == step for offer in position.offers(self.staff[role])):
                verb(position, by=self.staff[role])

    def _arrive(self, order):
        kept = self._kept(order)
        if not self.is_recent or clock.today() < self.plan.today - NEWEST:
            actions.arrive(kept, by=self.staff["driver"])
        elif kept.status == Status.CHECKED:
            self._bring(kept.office)

    def _bring(self, office):
        """All that waits for this office, on one list."""
        arrived, driver = clock.now(), self.staff["driver"]
        with clock.at(arrived - timedelta(minutes=54)):
            brought = transport.load(office, by=driver)
        with clock.at(arrived - timedelta(minutes=41)):
            brought = transport.depart(brought, by=driver)
        transport.arrive(brought, by=driver)

    def _reached(self, order, *, note):
        self._call(order, Result.REACHED, note)

    def _not_reached(self, order, *, note):
        self._call(order, Result.NOT_REACHED, note)

    def _call(self, order, result, note):
        kept = self._kept(order)
        owed = (
            Interaction.objects.owed()
            .select_related("kind")
            .filter(subject_type=kept._meta.label_lower, subject_id=kept.pk)
        )
        for call in owed:
            outcome = call.kind.results.filter(meaning=result).first()
            interaction_actions.hold(
                call, by=self._manager(order), result=result, outcome=outcome, note=note
            )

    def _hand_over(self, order, *, method, debt):
        kept, manager = self._kept(order), self._manager(order)
        if debt and kept.debt:
            actions.allow_debt(kept, by=self.staff["director"])
        elif kept.debt > 0:
            actions.take_payment(kept, by=manager, amount=kept.debt, method=method)
        picture = SimpleUploadedFile("signature.png", signature.png(order.number), "image/png")
        actions.hand_over(kept, by=manager, signature=picture)

    def _cancel(self, order, *, ground, kept):
        found = self._kept(order)
        kept_for_costs = (found.paid * kept / HUNDRED).quantize(Decimal(1))
        actions.cancel(found, by=self._manager(order), ground=ground, kept_for_costs=kept_for_costs)


def _prepaid(order, share, method):
    """A share of the sum in whole hundreds of roubles; None where nothing is left."""
    amount = (order.total * share / HUNDRED / HUNDRED).to_integral_value(ROUND_UP) * HUNDRED
    return Prepayment(min(amount, order.total), method) if amount else None


def _analyze():
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(GROWN)}")


def _known_since(client, moment):
    """Whoever ordered in the older days has been known since then."""
    Client.objects.filter(pk=client.pk).update(created_at=moment)
    told = Client.pgh_event_model.objects.filter(pgh_obj_id=client.pk)
    told.filter(pgh_label="update").latest("pgh_id").delete()
    told.filter(pgh_label="insert").update(created_at=moment, pgh_created_at=moment)


def _date_changes(day):
    """Triggers date a change by the database's clock; in the demo it happened on `day`."""
    with connection.cursor() as cursor:
        for table in TRACKED:
            cursor.execute(
                f"UPDATE {table} SET pgh_created_at = %s::date + time '12:00'"
                " WHERE pgh_created_at = now() AND pgh_id > "
                f"(SELECT coalesce(max(pgh_id), 0) - 5000 FROM {table})",
                [day],
            )
    Notification.objects.filter(read_at__isnull=True, created_at__date__lte=day).update(
        read_at=clock.now()
    )
