"""How an order is found: by its number, its client, or what is made for it."""

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import OuterRef, Q, QuerySet, Subquery

from clients.models import Client
from core import clock
from core.layout import in_russian_layout
from orders.work_orders.described import described
from orders.work_orders.lifecycle import Status

# «2026-000123», «№ 123», «123»; a calculation is «C-17», in Latin or Cyrillic letters.
NUMBER = re.compile(
    r"[\s№#]*(?:(?P<year>20\d\d)[\s/-]+(?P<seq>\d{1,6})|(?P<full>20\d\d\d{6})|(?P<only>\d{1,6}))\s*"
)
CALCULATION = re.compile("\\s*[cp\u0441\u0440][\\s-]*(\\d{1,12})\\s*", re.I)
FEW_CLIENTS, FEW_ORDERS = 5000, 1000


class FindablePositions(QuerySet):
    def described_as(self, text):
        """Every word begins a word of the title or the remark; every number is a side in mm."""
        description = described(text)
        if description is None:
            return self.none()
        rows = self
        if description.beginnings:
            rows = rows.filter(words=SearchQuery(description.query, "simple", search_type="raw"))
        sizes = description.sizes_mm
        if len(sizes) == 2:
            first, second = sizes
            either = Q(width_mm=first, height_mm=second) | Q(width_mm=second, height_mm=first)
            return rows.filter(either)
        return rows.filter(*[Q(width_mm=size) | Q(height_mm=size) for size in sizes])


class FindableOrders(QuerySet):
    def numbered(self, text):
        """By «2026-000123», or «123» of this year or the last; a calculation by «C-17»."""
        if match := CALCULATION.fullmatch(text):
            return self.filter(status=Status.CALCULATION).filter(pk=int(match[1]))
        match = NUMBER.fullmatch(text)
        if not match:
            return self.none()
        if only := match["only"]:
            this_year = clock.today().year
            return self.filter(year__in=[this_year, this_year - 1], seq=int(only))
        year, seq = match["year"] or match["full"][:4], match["seq"] or match["full"][4:]
        return self.filter(year=int(year), seq=int(seq))

    def found_by(self, text, user):
        """By number, by what is made, or by the client's name or phone for those who may see
        clients; where nothing is, by the same keys of the Russian keyboard."""
        hits = _Hits(self, text, user)
        russian = in_russian_layout(text)
        if russian and hits.are_none:
            hits = _Hits(self, russian, user)
        return hits.among(self)

    def described_as(self, text):
        """By what is made alone."""
        positions = _positions(self).described_as(text)
        orders = _few(positions.values_list("order", flat=True), FEW_ORDERS)
        if orders is not None:
            return self.filter(pk__in=orders)
        return _with_position(self, positions).filter(found_position__isnull=False)


class _Hits:
    """Up to some thousands of clients, or orders, are named one by one: PostgreSQL then knows how
    many they are, and takes their index or walks the orders as they are sorted, whichever is
    shorter. Of more, any page of orders holds some, so each order walked over is asked."""

    def __init__(self, orders, text, user):
        numbered = orders.numbered(text).order_by().values_list("pk", flat=True)
        self.clients = Client.objects.visible_to(user).found_by(text).order_by()
        self.positions = _positions(orders).described_as(text)
        self.numbered = list(numbered[:10])
        self.client_pks = _few(self.clients.values_list("pk", flat=True), FEW_CLIENTS)
        self.order_pks = _few(self.positions.values_list("order", flat=True), FEW_ORDERS)

    @property
    def are_none(self):
        return [] == self.numbered == self.client_pks == self.order_pks

    def among(self, orders):
        wanted = Q(pk__in=[*self.numbered, *(self.order_pks or [])])
        if self.client_pks is None:
            theirs = self.clients.filter(pk=OuterRef("client")).values("pk")
            orders = orders.alias(found_client=Subquery(theirs[:1]))
            wanted |= Q(found_client__isnull=False)
        elif self.client_pks:
            wanted |= Q(client__in=self.client_pks)
        if self.order_pks is None:
            orders = _with_position(orders, self.positions)
            wanted |= Q(found_position__isnull=False)
        return orders.filter(wanted)


def _positions(orders):
    return orders.model._meta.get_field("positions").related_model.objects.order_by()


def _with_position(orders, positions):
    theirs = positions.filter(order=OuterRef("pk")).values("pk")
    return orders.alias(found_position=Subquery(theirs[:1]))


def _few(pks, most) -> list | None:
    found = list(pks[: most + 1])
    return found if len(found) <= most else None
