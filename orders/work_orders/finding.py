"""How an order is found: by its number, its client, or what is made for it."""

import re

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.lookups import GreaterThanOrEqual

from clients.models import Client
from core import clock
from core.fetching import AnyOf
from core.layout import in_russian_layout
from orders.work_orders.described import described
from orders.work_orders.lifecycle import Status

# «2026-000123», «№ 123», «123»; a calculation is «C-17», in Latin or Cyrillic letters.
NUMBER = re.compile(
    r"[\s№#]*(?:(?P<year>20\d\d)[\s/-]+(?P<seq>\d{1,6})|(?P<full>20\d\d\d{6})|(?P<only>\d{1,6}))\s*"
)
CALCULATION = re.compile("\\s*[cp\u0441\u0440][\\s-]*(\\d{1,12})\\s*", re.I)
MOST_NUMBERED, FEW_CLIENTS, FEW_ORDERS = 10, 5000, 1000
# Pieces of one description among all of some days: more of them than is worth listing.
MANY, NEWEST = 4, 1000
KEYS = ArrayField(BigIntegerField())


class FindablePositions(QuerySet):
    def described_as(self, text):
        """Every word begins a word of the title or the remark; every number is a side in mm."""
        description = described(text)
        return self.filter(_matching(description)) if description else self.none()


def _matching(description) -> Q:
    wanted, sizes = Q(), description.sizes_mm
    if description.beginnings:
        wanted &= Q(words=SearchQuery(description.query, "simple", search_type="raw"))
    if len(sizes) == 2:
        first, second = sizes
        either = Q(width_mm=first, height_mm=second) | Q(width_mm=second, height_mm=first)
        return wanted & either
    for size in sizes:
        wanted &= Q(width_mm=size) | Q(height_mm=size)
    return wanted


class FindableOrders(QuerySet):
    def numbered(self, text):
        """By «2026-000123», or «123» of this year or the last; a calculation by «C-17»; an order of
        the time before by all of its number."""
        before = Q(old_number__in={text.strip(), text.strip().upper()} - {""})
        if match := CALCULATION.fullmatch(text):
            return self.filter(Q(status=Status.CALCULATION, pk=int(match[1])) | before)
        match = NUMBER.fullmatch(text)
        if not match:
            return self.filter(before)
        if only := match["only"]:
            this_year = clock.today().year
            return self.filter(Q(year__in=[this_year, this_year - 1], seq=int(only)) | before)
        year, seq = match["year"] or match["full"][:4], match["seq"] or match["full"][4:]
        return self.filter(Q(year=int(year), seq=int(seq)) | before)

    def found_by(self, text, user):
        """By number, by what is made, or by the client's name or phone for those who may see
        clients; where nothing is, by the same keys of the Russian keyboard."""
        return self.found_or_nearest(text, user)[0]

    def found_or_nearest(self, text, user):
        """Where nothing answers to the text, the orders of those whose names are nearest to it, and
        these names."""
        clients = Client.objects.visible_to(user)
        hits, names = _Hits(self, text, clients.found_by(text)), []
        russian = in_russian_layout(text)
        if russian and hits.are_none:
            hits = _Hits(self, russian, clients.found_by(russian))
        if hits.are_none and (names := clients.nearest_names(text)):
            hits = _Hits(self, names[0], clients.called_one_of(names))
        return hits.among(self), names

    def described_as(self, text):
        """By what is made alone."""
        positions = _positions(self).described_as(text)
        found = _keys(self.model, described=_orders_of(positions, text))["described"]
        if found == []:
            return self.none()
        if found and len(found) <= FEW_ORDERS:
            return self.filter(_any_of("pk", found))
        return _with_position(self, positions).filter(found_position__isnull=False)


class _Hits:
    """Up to some thousands of clients, or orders, are named one by one: PostgreSQL then knows how
    many they are, and takes their index or walks the orders as they are sorted, whichever is
    shorter. Of more, any page of orders holds some, so each order walked over is asked."""

    def __init__(self, orders, text, clients):
        numbered = orders.numbered(text).order_by()
        self.clients = clients.order_by()
        self.positions = _positions(orders).described_as(text)
        found = _keys(
            orders.model,
            numbered=ArraySubquery(numbered.values("pk")[:MOST_NUMBERED]),
            called=ArraySubquery(self.clients.values("pk")[: FEW_CLIENTS + 1]),
            described=_orders_of(self.positions, text),
        )
        self.numbered, self.called = found["numbered"] or [], found["called"] or []
        self.described = found["described"]

    @property
    def are_none(self):
        return [] == self.numbered == self.called == self.described

    def among(self, orders):
        wanted = _any_of("pk", self.numbered)
        if len(self.called) > FEW_CLIENTS:
            theirs = self.clients.filter(pk=OuterRef("client")).values("pk")
            orders = orders.alias(found_client=Subquery(theirs[:1]))
            wanted |= Q(found_client__isnull=False)
        elif self.called:
            wanted |= _any_of("client", self.called)
        if self.described is None or len(self.described) > FEW_ORDERS:
            orders = _with_position(orders, self.positions)
            wanted |= Q(found_position__isnull=False)
        elif self.described:
            wanted |= _any_of("pk", self.described)
        return orders.filter(wanted)


def _positions(orders):
    return orders.model._meta.get_field("positions").related_model.objects.order_by()


def _with_position(orders, positions):
    theirs = positions.filter(order=OuterRef("pk")).values("pk")
    return orders.alias(found_position=Subquery(theirs[:1]))


def _orders_of(positions, text):
    """Their orders' keys, one more than few if there are more; null where even among the newest
    are several: how words and sizes go together PostgreSQL cannot know, and to find some of very
    many it would read from the oldest on."""
    description = described(text)
    if description is None:
        return Value([], output_field=KEYS)
    keys = ArraySubquery(positions.values("order")[: FEW_ORDERS + 1])
    if not description.sizes_mm:
        return keys
    is_one = ExpressionWrapper(_matching(description), BooleanField())
    newest = positions.model.objects.order_by("-pk").values(is_one=is_one)[:NEWEST]
    hits = Func(ArraySubquery(newest), Value(True), function="array_positions")
    count = Func(hits, function="cardinality", output_field=IntegerField())
    return Case(When(GreaterThanOrEqual(count, MANY), then=None), default=keys)


def _keys(model, **asked) -> dict[str, list[int] | None]:
    """All that is asked in one query, which needs some row to stand on."""
    found = model.objects.order_by("-pk").values(**asked)[:1]
    return found[0] if found else {name: [] for name in asked}


def _any_of(field, keys) -> Q:
    """In one parameter, however many they are: thousands take longer to read than to find."""
    listed = ",".join(map(str, keys))
    return Q(AnyOf(F(field), Value(f"{{{listed}}}", output_field=KEYS)))
