"""The driver's verbs: pieces onto the transport, off it again, and into the office."""

from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from company.numbering import take_number
from company.robot import robot
from core import clock, documents
from core.errors import Refused
from orders import actions as orders
from orders.models import Position, WorkOrder
from orders.work_orders.lifecycle import ARRIVED
from orders.work_orders.querysets import BRING
from production.models import TransportList, TransportRow
from production.transport.lifecycle import LIFE, Step

SERIES = "transport"


@transaction.atomic
def load(office, *, by, positions=None) -> TransportList:
    """Onto the list that is being loaded for this office: these pieces (ids), or all that wait."""
    waiting = Position.objects.waiting_for_transport().filter(order__office=office)
    if positions is not None:
        waiting = waiting.filter(pk__in=positions)
    chosen = dict(_by_order(waiting.values_list("order_id", "pk")))
    if not chosen:
        raise Refused(_("This piece does not wait for transport any more."))
    opened, _created = TransportList.objects.open().get_or_create(
        office=office, defaults={"driver": by, "created_at": clock.now()}
    )
    locked = TransportList.objects.select_for_update().get(pk=opened.pk)
    if not locked.is_open:
        raise Refused(_("This list has just driven off. Look at the page again."))
    for order in WorkOrder.objects.filter(pk__in=chosen).order_by("pk"):
        loaded = orders.load(order, by=by, positions=chosen[order.pk])
        moment = clock.now()
        TransportRow.objects.bulk_create(
            TransportRow(transport_list=locked, position=position, loaded_at=moment)
            for position in loaded
        )
    return locked


@transaction.atomic
def unload(transport_list, *, by, positions):
    """Left behind or brought back: these pieces wait in the workshop again."""
    for order, pks in _aboard(transport_list.rows.aboard(), positions):
        orders.unload(order, by=by, positions=pks)


@transaction.atomic
def depart(transport_list, *, by) -> TransportList:
    """Nothing more is loaded onto it: it gets its number and its paper."""
    locked = TransportList.objects.select_for_update().get(pk=transport_list.pk)
    year = clock.today().year
    numbered = {"year": year, "seq": take_number(SERIES, year)}
    LIFE.take(locked, Step.DEPART, by=by, driver=by, **numbered)
    documents.issue("transport_list", locked, by=by)
    return locked


@transaction.atomic
def arrive(transport_list, *, by, office=None, positions=None):
    """These pieces, or all, are unloaded in `office`, if not said otherwise in the list's own.

    Only in the office that took its order has a piece arrived, so that the client is called; laid
    down in another one it waits there for transport again, and its manager learns where it is.
    """
    if transport_list.is_open:
        raise Refused(_("Press “Drive off” first: the list of what is brought is made then."))
    office = office or transport_list.office
    for order, pks in _aboard(transport_list.rows.aboard().of_orders_in_work(), positions):
        if order.office_id == office.pk:
            orders.arrive(order, by=by, positions=pks)
        else:
            rows = transport_list.rows.aboard().filter(position__in=pks)
            rows.update(unloaded_in=office)
            orders.unload(order, by=by, positions=pks, note=office.name)
            _tell_where(order, office, transport_list)


def _aboard(rows, positions):
    """(order, ids of its positions) of what is on the transport and was chosen."""
    if positions is not None:
        rows = rows.filter(position__in=positions)
    chosen = dict(_by_order(rows.values_list("position__order_id", "position_id")))
    if not chosen:
        raise Refused(_("This piece is not on the transport any more."))
    found = WorkOrder.objects.filter(pk__in=chosen).select_related("manager").order_by("pk")
    return [(order, chosen[order.pk]) for order in found]


def _by_order(pairs):
    for order, group in groupby(sorted(pairs), key=lambda pair: pair[0]):
        yield order, [pk for _order, pk in group]


def _tell_where(order, office, transport_list):
    with translation.override(settings.LANGUAGE_CODE):
        words = {"number": order.number, "office": office.name}
        text = _("Pieces of order %(number)s were unloaded in another office: %(office)s.") % words
    notify(
        [order.manager],
        key=f"elsewhere:{transport_list.pk}:{order.pk}:{office.pk}",
        text=text,
        url=reverse("orders:card", args=[order.pk]),
    )


def settle(position, *, by):
    """A piece is on no transport any more, whoever moved it; with the last one the list is done.

    What is taken off before the list drives was never on it.
    """
    rows = TransportRow.objects.aboard().select_related("transport_list")
    row = rows.filter(position=position).first()
    if row is None:
        return
    drive = row.transport_list
    if drive.is_open:
        row.delete()
        return
    row.unloaded_at = clock.now()
    if position.status in ARRIVED:
        row.unloaded_in_id = position.order.office_id
    row.save(update_fields=["unloaded_at", "unloaded_in"])
    if not drive.rows.aboard().exists():
        LIFE.take(drive, Step.ARRIVE, by=by if by.has_perm(BRING) else robot())
