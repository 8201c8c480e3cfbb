"""The driver's day: what waits for each office, what is loaded, what is on the way."""

from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Subquery
from django.http import QueryDict
from django.urls import reverse

from company.models import Office, Role
from orders.models import Position, WorkOrder
from production.models import TransportList, TransportRow
from production.transport.querysets import HEAVY


class Cargo(NamedTuple):
    """The pieces of one order that go to its office now."""

    order: WorkOrder
    pieces: list[Position]

    @property
    def is_more_to_come(self):
        return any(piece.others_unmade for piece in self.pieces)


class Stop(NamedTuple):
    office: Office
    cargo: list[Cargo]
    open_list: TransportList | None

    @property
    def loaded(self):
        return [piece for each in self.cargo for piece in each.pieces if piece.is_loaded]

    @property
    def waiting(self):
        return [piece for each in self.cargo for piece in each.pieces if not piece.is_loaded]

    @property
    def weight_kg(self):
        return sum((piece.weight_kg for each in self.cargo for piece in each.pieces), Decimal(0))

    @property
    def loaded_kg(self):
        return sum((piece.weight_kg for piece in self.loaded), Decimal(0))


class Transport:
    """What production/_transport.html shows, as `transport`; `?office=` narrows it to one."""

    def __init__(self, user, data: QueryDict):
        self.user = user
        asked = data.get("office", "")
        self.office = int(asked) if asked.isdecimal() and len(asked) < 9 else None

    @cached_property
    def offices(self) -> list[Office]:
        return list(reached_by(self.user))

    @property
    def query(self) -> str:
        return f"?office={self.office}" if self.office else ""

    @property
    def here(self) -> str:
        return f"{reverse('production:transport')}{self.query}"

    def is_shown(self, office) -> bool:
        return self.office in (None, office.pk)

    @cached_property
    def stops(self) -> list[Stop]:
        shown = [office for office in self.offices if self.is_shown(office)]
        found = [self._stop(office) for office in shown]
        return [stop for stop in found if stop.cargo]

    def _stop(self, office) -> Stop:
        cargo = [
            Cargo(next(iter(pieces)).order, pieces)
            for _order, group in groupby(self._pieces.get(office.pk, []), _order_of)
            if (pieces := list(group))
        ]
        return Stop(office, cargo, self._open_lists.get(office.pk))

    @cached_property
    def _open_lists(self):
        lists = TransportList.objects.visible_to(self.user).open()
        return {each.office_id: each for each in lists}

    @cached_property
    def _pieces(self) -> dict[int, list[Position]]:
        """By office, the earliest promise first, an order's pieces together."""
        seen = Position.objects.filter(order__in=WorkOrder.objects.brought_by(self.user))
        found = chain(_to_show(seen.waiting_for_transport()), _to_show(_being_loaded(seen)))
        by_office = {}
        for piece in sorted(found, key=_place):
            by_office.setdefault(piece.order.office_id, []).append(piece)
        return by_office

    @cached_property
    def drives(self) -> list[TransportList]:
        lists = TransportList.objects.visible_to(self.user).of_today().with_people().with_pieces()
        return [each for each in lists.order_by("-left_at") if self.is_shown(each.office)]

    @property
    def under_way(self):
        return [each for each in self.drives if each.is_on_the_way]

    @property
    def unloaded(self):
        return [each for each in self.drives if not each.is_on_the_way]


def reached_by(user):
    """The offices to which this person brings pieces."""
    offices = Office.objects.all()
    return offices if user.role.scope == Role.Scope.ALL else offices.filter(pk=user.office_id)


def _being_loaded(positions):
    rows = TransportRow.objects.aboard().filter(
        position=OuterRef("pk"), transport_list__in=TransportList.objects.open()
    )
    return positions.on_the_way().filter(Exists(rows))


def _to_show(positions):
    """With the place where a piece was laid down, and whether more of its order is to come."""
    siblings = Position.objects.filter(order=OuterRef("order")).in_shop()
    lain = TransportRow.objects.elsewhere().filter(
        position=OuterRef("pk"), unloaded_at__gte=F("position__checked_at")
    )
    shown = positions.select_related("order__office").defer(*HEAVY)
    return shown.annotate(
        others_unmade=Exists(siblings),
        lies_in=Subquery(lain.order_by("-pk").values("unloaded_in__name")[:1]),
    )


def _order_of(piece):
    return piece.order_id


def _place(piece):
    return piece.order.promised_on, piece.order_id, piece.ordinal
