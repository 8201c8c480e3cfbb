"""Writing what is agreed with the client: the order's row and its priced positions."""

from typing import NamedTuple
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from catalog import wording
from catalog.pricing import MissingPrice
from clients import actions as clients
from clients.models import Client
from company.approvals.actions import carry
from core import clock, registry
from core.errors import Refused
from orders.models import WorkOrder
from orders.sketches.actions import void_if_changed
from orders.work_orders.actions.ask import ask
from orders.work_orders.actions.sign import forget_signature
from orders.work_orders.actions.stale import refuse_stale
from orders.work_orders.judged import judge
from orders.work_orders.lifecycle import Status
from orders.work_orders.positions import write_positions
from orders.work_orders.pricing import NewClient, OrderContent, price
from orders.work_orders.wanted import free_percent, limit_of, wanted_of, within_policy


class AskedFor(NamedTuple):
    """What `order_asked_for` announces: a new order, and the row that it is taken for."""

    order: WorkOrder
    ground: str  # "sales.deal-17"


class LikelyDuplicates(Refused):
    """The client to be added may be known already; `clients` are those who look like it."""

    def __init__(self, found):
        super().__init__(_("This client may be known already."))
        self.clients = found


class FormSpent(Refused):
    """Another tab of the same form made `order` of it, and what is typed here differs."""

    def __init__(self, order):
        message = _("This form has already become the order %(number)s, with other contents.")
        super().__init__(message % {"number": order.number})
        self.order, self.fresh_token = order, uuid4()


def keep_new(content: OrderContent, *, by, token=None) -> tuple[WorkOrder, bool]:
    """The order, and whether it was written now: a second press finds the first's."""
    if not by.has_perm("orders.add_workorder"):
        raise PermissionDenied
    if token and (pressed_before := order_of(token)):
        if not _is_same(pressed_before, content):
            raise FormSpent(pressed_before)
        return pressed_before, False
    order = WorkOrder(office=by.office, manager=by, created_at=clock.now(), form_token=token)
    kept = _fill(order, content, by=by)
    if content.ground:
        registry.announce("order_asked_for", AskedFor(kept, content.ground), by=by)
    return kept, True


def keep_changed(order, content: OrderContent, *, by, version: int) -> tuple[WorkOrder, bool]:
    if not by.has_perm("orders.change_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    pressed_before = locked.version != version and _is_same(locked, content)
    if pressed_before:
        return locked, False
    if locked.status != Status.CALCULATION:
        raise Refused(_("Only a calculation can be changed: this order is accepted."))
    refuse_stale(locked, version)
    if not _is_same(locked, content):
        forget_signature(locked)
    _fill(locked, content, by=by)
    void_if_changed(locked, by=by)
    return locked, True


def order_of(token) -> WorkOrder | None:
    """The order of an earlier press; a press that is under way is waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(token)])
    return WorkOrder.objects.select_for_update().filter(form_token=token).first()


def _is_same(order, content) -> bool:
    kept = order.positions.values_list("spec", "overridden", "hand_price")
    typed = [(line.spec.to_json(), line.overridden, line.hand_price) for line in content.lines]
    source = content.ad_source or order.client.ad_source
    facts = (order.discount_percent, order.wished_on, order.comment, order.address)
    told = (content.discount_percent, content.wished_on, content.comment, content.address)
    is_same = facts == told and order.ad_source == source
    return is_same and list(kept) == typed and _is_client(order.client, content.client)


def _is_client(client, typed) -> bool:
    return client == typed if isinstance(typed, Client) else client.name == typed.name


def _fill(order, content, *, by) -> WorkOrder:
    free = free_percent(order, by=by) if order.pk else limit_of(order.manager, by)
    order.client = registered_client(content.client, by=by, ad_source=content.ad_source)
    order.ad_source = content.ad_source or order.client.ad_source
    _price_as_of(order, content.held)
    order.discount_percent = content.discount_percent
    order.comment, order.address = content.comment, content.address
    order.wished_on = content.wished_on
    order.typed_prepayment = content.prepayment.to_json() if content.prepayment else None
    priced = _priced(order, content.lines)
    order.total, order.vat_percent = priced.total, priced.vat_percent
    judge(order, priced.deal, priced.tariff)
    order.promised_on, order.promised_reason = priced.promise
    order.has_production = any(line.content.spec.is_made for line in priced.lines)
    if order.pk:
        order.version = F("version") + 1
    order.save()
    order.refresh_from_db()
    write_positions(order, priced)
    for kind, approval in content.held.decided if content.held else ():
        carry(approval, order, kind=kind)
    free = within_policy(free, order.allowed_percent)
    ask(order, wanted_of(order), by=by, reason=content.reason, free_percent=free)
    return order


def _price_as_of(order, held):
    """Today, or the day of the offer that the client has agreed to."""
    client = order.client
    order.price_level = held.price_level if held else client.price_level
    order.client_discount_percent = (
        held.client_discount_percent if held else client.discount_percent
    )
    order.priced_on = held.priced_on if held else clock.today()
    order.prices_until = held.until if held else None


def registered_client(typed: Client | NewClient, *, by, ad_source=None) -> Client:
    """The client of the order, added now if the desk has only just met them."""
    if isinstance(typed, Client):
        return typed
    found = [] if typed.is_another else list(clients.likely_duplicates(typed.name, typed.phone))
    if found:
        raise LikelyDuplicates(found)
    return clients.add(by=by, name=typed.name, phone_text=typed.phone, ad_source=ad_source)


def _priced(order, lines):
    try:
        return price(
            lines,
            on=order.priced_on,
            price_level=order.price_level,
            client_discount=order.client_discount_percent,
            order_discount=order.discount_percent,
        )
    except MissingPrice as missing:
        raise Refused(wording.missing_price(missing)) from None
