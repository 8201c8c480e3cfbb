"""What happened in the demo company, day by day: the same for everybody who loads it on one date.

Pure: it draws up who came, what they ordered and what became of it; `history` lets it happen.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from company.calendar import official_working_day
from crm.demo import names, wares

SEED = "naryad"
DAYS = 548
RECENT_DAYS = 60
CLIENTS = 440
# January is quiet, spring repairs and the weeks before New Year are not.
SEASON = [0.7, 0.85, 1.05, 1.15, 1.05, 0.95, 0.9, 0.95, 1.05, 1.05, 1.1, 1.25]
ORDERS_A_DAY = 3.12
GROWTH_OVER_ALL = 0.1


@dataclass(frozen=True)
class PlannedClient:
    number: int
    name: str
    kind: str
    phone: str
    source: str
    price_level: str = "retail"
    email: str = ""
    region: str = ""


@dataclass(frozen=True)
class PlannedOrder:
    number: int
    taken_at: datetime
    client: PlannedClient
    lines: tuple
    manager: int  # place among the managers
    discount: int = 0
    comment: str = ""
    address: str = ""


@dataclass(frozen=True, order=True)
class Event:
    """Something that happens to one order; `word` is a function of `history`."""

    at: datetime
    number: int
    word: str = field(compare=False)
    facts: dict = field(compare=False, default_factory=dict)


class Plan:
    """`orders` by number, `events` by day; both cut off at `now`."""

    def __init__(self, now: datetime, *, days=DAYS, recent_days=RECENT_DAYS):
        self.now = now
        self.today = timezone.localtime(now).date()
        self.first_day = self.today - timedelta(days=days)
        self.recent_from = self.today - timedelta(days=recent_days)
        self.clients = [_client(number) for number in range(CLIENTS)]
        self.orders: list[PlannedOrder] = []
        self.events: dict[date, list[Event]] = defaultdict(list)
        self.accepted_by_year: dict[int, int] = defaultdict(int)
        for place in range(days + 1):
            self._plan_day(self.first_day + timedelta(days=place), place + DAYS - days)
        for happened in self.events.values():
            happened.sort()

    def is_recent(self, order: PlannedOrder) -> bool:
        return timezone.localtime(order.taken_at).date() >= self.recent_from

    def _plan_day(self, day: date, place: int):
        chance = random.Random(f"{SEED} {place}")
        for taken_at in sorted(_visits(day, place, chance)):
            if taken_at > self.now:
                return
            order = self._order(taken_at, place, chance)
            self.orders.append(order)
            for event in _life(order, chance, self.recent_from):
                self._add(event, order)

    def _add(self, event, order):
        if event.at > self.now:
            return
        self.events[timezone.localtime(event.at).date()].append(event)
        if event.word in {"take", "accept"} and not self.is_recent(order):
            self.accepted_by_year[timezone.localtime(event.at).year] += 1

    def _order(self, taken_at, place, chance):
        # Those who came early come again; new faces appear evenly over the whole time.
        newest = max(8, CLIENTS * place // DAYS)
        pick = newest - 1 if chance.random() < 0.3 else int(newest * chance.random() ** 1.4)
        client = self.clients[min(pick, CLIENTS - 1)]
        firm = client.kind == "organisation"
        return PlannedOrder(
            number=len(self.orders),
            taken_at=taken_at,
            client=client,
            lines=wares.choose(chance, firm),
            manager=chance.choice([0, 0, 0, 1, 1, 2, 2]),
            discount=chance.choice([0] * 12 + [3, 5]),
            comment=chance.choice(names.COMMENTS),
            address=_address(chance) if chance.random() < 0.25 else "",
        )


def _client(number: int) -> PlannedClient:
    chance = random.Random(f"{SEED} client {number}")
    words, weights = zip(*names.AD_SOURCES, strict=True)
    source, region = chance.choices(words, weights)[0], _region(number)
    phone = (
        f"+79{chance.choice(['03', '05', '15', '16', '25', '26', '85'])}{1000000 + number * 7919}"
    )
    if number % 11 == 5:
        name = names.FIRMS[number // 11 % len(names.FIRMS)]
        legal = chance.choice(["ООО", "ООО", "ИП", "АО"])
        level = chance.choice(["retail", "wholesale", "designer"])
        email = f"office{number}@client.example"
        return PlannedClient(
            number, f"{legal} «{name}»", "organisation", phone, source, level, email, region
        )
    email = f"client{number}@mail.example" if chance.random() < 0.4 else ""
    level = "designer" if source == "Дизайнер" and chance.random() < 0.4 else "retail"
    return PlannedClient(number, _person(chance), "person", phone, source, level, email, region)


def _region(number: int) -> str:
    """Of some nobody has asked."""
    chance = random.Random(f"{SEED} region {number}")
    words, weights = zip(*names.REGIONS, strict=True)
    return chance.choices(words, weights)[0] if chance.random() < 0.8 else ""


def _person(chance) -> str:
    surname = chance.choice(names.SURNAMES)
    if chance.random() < 0.55:
        first, last = chance.choice(names.WOMEN), chance.choice(names.WOMEN_OF)
        return f"{surname}а {first} {last}"
    return f"{surname} {chance.choice(names.MEN)} {chance.choice(names.MEN_OF)}"


def _address(chance) -> str:
    house, flat = chance.randint(1, 90), chance.randint(1, 240)
    return f"Москва, {chance.choice(names.STREETS)}, {house}, кв. {flat}"


def _visits(day, place, chance):
    """Moments at which somebody takes an order; on days off fewer, on the first of January none."""
    if (day.month, day.day) in {(1, 1), (1, 2)}:
        return []
    quiet = 1 if official_working_day(day) else 0.45
    mean = ORDERS_A_DAY * SEASON[day.month - 1] * quiet * (1 + GROWTH_OVER_ALL * place / DAYS)
    count = int(mean) + (chance.random() < mean % 1)
    return [_moment(day, 10, 19, chance) for _ in range(count)]


def _moment(day, from_hour, to_hour, chance) -> datetime:
    at = time(chance.randint(from_hour, to_hour - 1), chance.randint(0, 59), chance.randint(0, 59))
    return timezone.make_aware(datetime.combine(day, at), timezone.get_default_timezone())


def _working_day_after(day, count):
    while count:
        day += timedelta(days=1)
        count -= official_working_day(day)
    return day


def _life(order, chance, recent_from):
    """The events of one order up to its end, in time."""
    number, taken = order.number, order.taken_at
    thinks = chance.random()
    word, accepted = "take", taken
    if thinks < 0.12:
        yield Event(taken, number, "calculate")
        word, accepted = "accept", taken + timedelta(days=chance.randint(1, 4))
    if thinks < 0.05:
        return
    yield Event(accepted, number, word, {"prepayment": _prepayment(chance)})
    day = timezone.localtime(accepted).date()
    if chance.random() < 0.03:
        yield _cancel(number, _moment(_working_day_after(day, 1), 10, 18, chance), chance)
        return
    yield from _made_and_handed_over(order, day, chance, recent_from)


def _made_and_handed_over(order, day, chance, recent_from):
    number = order.number
    made = wares.goes_to_shop(order.lines)
    late = chance.random() < 0.09
    if made:
        day = _working_day_after(day, chance.choice([1, 1, 2]))
        yield Event(_moment(day, 8, 11, chance), number, "start")
        day = _working_day_after(
            day, wares.days(order.lines) + (chance.randint(3, 7) if late else 0)
        )
        yield Event(_moment(day, 11, 15, chance), number, "finish")
        if chance.random() < 0.05:
            yield Event(_moment(day, 15, 16, chance), number, "send_back", _defect(chance))
            day = _working_day_after(day, 1)
            yield Event(_moment(day, 8, 10, chance), number, "start")
            yield Event(_moment(day, 10, 15, chance), number, "finish")
        yield Event(_moment(day, 16, 17, chance), number, "check")
        day = _working_day_after(day, 1)
        yield Event(_moment(day, 9, 11, chance), number, "arrive")
        yield from _called(number, day, chance)
    else:
        day += timedelta(days=1)
    # A few are never fetched; of the old ones nearly all were.
    if chance.random() < (0.06 if day >= recent_from else 0.012):
        return
    fetched = day + timedelta(days=int(chance.random() ** 2 * 9))
    fetched += timedelta(days=fetched.weekday() == 6)
    debt = chance.random() < 0.03
    facts = {"method": chance.choice(["cash", "card", "card"]), "debt": debt}
    yield Event(_moment(fetched, 12, 19, chance), number, "hand_over", facts)


def _called(number, day, chance):
    first = _moment(day, 11, 12, chance)
    if chance.random() < 0.18:
        note = chance.choice(names.NOT_REACHED)
        yield Event(first, number, "not_reached", {"note": note})
        first += timedelta(days=1)
    if chance.random() < 0.9:
        yield Event(first, number, "reached", {"note": chance.choice(names.CALLS)})


def _prepayment(chance):
    """(share of the sum, method); a few leave nothing."""
    method = chance.choice(["cash", "card", "card", "transfer"])
    share = chance.choices([0, 30, 50, 70, 100], [4, 14, 50, 8, 24])[0]
    return Decimal(share), method


def _cancel(number, at, chance):
    facts = {"ground": chance.choice(names.CANCEL_GROUNDS), "kept": chance.choice([0, 0, 20])}
    return Event(at, number, "cancel", facts)


def _defect(chance):
    return {"note": chance.choice(names.DEFECTS)}
