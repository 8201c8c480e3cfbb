"""What is measured: each case as a person at the counter does it, with its goal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from urllib.parse import urlencode
from uuid import uuid4

from bench.browser import Answer, Browser
from bench.facts import Facts

PASSWORD = "naryad-demo"
NAME_PART = "орозов"
MIRROR = "Зеркало серебро 4 мм"
YEAR = timedelta(days=365)
_strangers = count(1)


class Stand:
    """One running product: who is logged in, and what a case has left for the next one."""

    def __init__(self, port: int, facts: Facts):
        self.port, self.facts = port, facts
        self._browsers: dict[str, Browser] = {}
        self.paper = ""
        self.html = b""

    def __getitem__(self, login) -> Browser:
        if login not in self._browsers:
            self._browsers[login] = Browser(self.port)
            self._browsers[login].login(login, PASSWORD)
        return self._browsers[login]


@dataclass(frozen=True)
class Case:
    """`ask` answers what is timed; the goal is so many floors, or milliseconds."""

    name: str
    ask: Callable[[Stand], Answer | list[Answer]]
    floors: float | None = None
    ms: float | None = None
    plain: str = ""  # the case whose time it may not exceed by more than half


CASES: list[Case] = []


def case(name, **goal):
    def add(ask):
        CASES.append(Case(name, ask, **goal))
        return ask

    return add


def page(name, path, *, login="manager", floors: float | None = 3, **query):
    """A page without anything that it asks for afterwards."""
    address = f"{path}?{urlencode(query)}" if query else path
    CASES.append(Case(name, lambda stand: stand[login].get(address), floors))


@case("floor")
def floor(stand):
    return stand["manager"].get("/bench/floor/")


page("orders", "/orders/")
page("orders, all offices", "/orders/", login="commercial")
page("orders by promised date", "/orders/", sort="promised_on")
page("orders by sum", "/orders/", login="commercial", sort="-total")


@case("orders, filtered", floors=3)
def filtered(stand):
    query = urlencode({"state": "archived", "office": stand.facts.office})
    return stand["commercial"].get(f"/orders/?{query}")


page("orders in debt", "/orders/", chip="in_debt")
page("orders overdue", "/orders/", chip="overdue")
page("orders by name part", "/orders/", text=NAME_PART)
page("orders by words and size", "/orders/", text="зеркало 600")
page("orders as a board", "/orders/board/", floors=None)
page("orders awaiting a decision", "/orders/", chip="awaited")


@case("orders by phone", floors=3)
def orders_by_phone(stand):
    return stand["manager"].get(f"/orders/?text={stand.facts.tail}")


page("clients", "/clients/")
page("clients by name", "/clients/", sort="folded_name")
page("clients by name part", "/clients/", text=NAME_PART)
page("payments", "/orders/payments/")
page("calls to make", "/interactions/calls/")
page("approvals", "/company/approvals/", login="director")
page("control: taken", "/orders/control/", login="director", floors=5)
page("control: in work", "/orders/control/", login="director", floors=5, kind="current")
page("control: checked", "/orders/control/", login="director", floors=5, kind="final")
page("control: not looked at", "/orders/control/", login="director", floors=5, show="open")
page("unclaimed", "/orders/unclaimed/", login="director")


@case("search by phone", floors=3)
def search_by_phone(stand):
    return search(stand, stand.facts.tail)


@case("search by name part", floors=3)
def search_by_name(stand):
    return search(stand, NAME_PART)


@case("search by two letters", floors=3)
def search_by_letters(stand):
    return search(stand, "ор")


@case("search by number", floors=3)
def search_by_number(stand):
    return search(stand, stand.facts.number)


def search(stand, text):
    return stand["manager"].get(f"/search/?{urlencode({'q': text})}", htmx=True)


@case("order with panels", floors=3)
def order(stand):
    return stand["manager"].open(f"/orders/{stand.facts.order}/")


@case("client with panels", floors=3)
def client(stand):
    return stand["manager"].open(f"/clients/{stand.facts.client}/")


@case("client of ten events", floors=3)
def short_story(stand):
    return stand["manager"].get(f"/clients/{stand.facts.short_client}/")


@case("client of 10,000 events", plain="client of ten events")
def long_story(stand):
    return stand["manager"].get(f"/clients/{stand.facts.long_client}/")


@case("client of 10,000 events with panels", floors=3)
def long_story_whole(stand):
    return stand["manager"].open(f"/clients/{stand.facts.long_client}/")


@case("history of a card", floors=3)
def history(stand):
    return stand["manager"].get(f"/clients/{stand.facts.client}/history/")


@case("clients in a view of one's own", floors=3)
def own_view(stand):
    return stand["manager"].get(f"/clients/?{stand.facts.view}")


@case("timeline, one more page", floors=3)
def further_story(stand):
    return stand["manager"].get(f"/clients/{stand.facts.long_client}/timeline/", htmx=True)


page("clients by what they ordered", "/clients/", sort="-summary__ordered_sum")
page("clients by last order", "/clients/", sort="-summary__last_order_sort")
page("today", "/")
page("bell", "/company/notifications/bell/")
page("new order", "/orders/new/", floors=5)


@case("client found while typing", floors=3)
def find_client(stand):
    query = urlencode({"phone": stand.facts.tail})
    return stand["manager"].get(f"/orders/find-client/?{query}", htmx=True)


@case("price calculation", ms=50)
def quote(stand):
    return stand["manager"].post("/orders/quote/", typed(stand), headers={"HX-Request": "true"})


@case("saving an order")
def take(stand):
    answer = press(stand["manager"], typed(stand))
    stand.paper = answer.happened["order-kept"]["paper"]
    return answer


@case("work order as PDF", plain="plain WeasyPrint")
def paper(stand):
    stand.html = stand["manager"].get(f"/bench/papers/{stand.paper.split('/')[2]}/html/").body
    return stand["manager"].get(stand.paper)


@case("plain WeasyPrint")
def plain(stand):
    return stand["manager"].send("/bench/plain-pdf/", stand.html)


page("deals", "/sales/deals/")
page("deals, all offices", "/sales/deals/", login="commercial")


@case("deals as a board")
def board(stand):
    return stand["manager"].get(f"/sales/deals/board/?process={stand.facts.process}")


@case("deal with panels", floors=3)
def deal(stand):
    return stand["manager"].open(f"/sales/deals/{stand.facts.deal}/")


@case("funnel of a year", ms=300)
def funnel(stand):
    today = stand.facts.today
    query = {"process": stand.facts.process, "since": today - YEAR, "until": today}
    return stand["commercial"].get(f"/reports/funnel_of_period/?{urlencode(query)}")


@case("funnel of a day", ms=300)
def snapshot(stand):
    query = urlencode({"process": stand.facts.process})
    return stand["commercial"].get(f"/reports/funnel_of_day/?{query}")


@case("totals, filtered", ms=500)
def totals(stand):
    query = urlencode({"state": "archived", "office": stand.facts.office})
    return stand["commercial"].get(f"/lists/orders/summary/?{query}", htmx=True)


@case("totals, all orders", ms=500)
def all_totals(stand):
    return stand["commercial"].get("/lists/orders/summary/", htmx=True)


@case("totals, payments", ms=500)
def payment_totals(stand):
    return stand["commercial"].get("/lists/payments/summary/", htmx=True)


page("overdue", "/orders/overdue/", login="accountant")


@case("totals, overdue", ms=500)
def overdue_totals(stand):
    return stand["accountant"].get("/lists/overdue/summary/", htmx=True)


@case("debt by age", ms=500)
def debt_by_age(stand):
    return stand["accountant"].get("/reports/debt_by_age/")


page("cash day", "/reports/cash_day/", floors=None)
page("cash shift", "/orders/cash-shift/", floors=None)
page("transport", "/production/transport/", login="driver", floors=None)
page("shop queue", "/production/queue/", login="foreman", floors=None)


def typed(stand) -> list[tuple[str, str]]:
    """A stranger with one mirror, a facet and a prepayment."""
    number = next(_strangers)
    line = {
        "item": MIRROR,
        "width_mm": "600",
        "height_mm": "800",
        "quantity": "1",
        "facet_mm": "15",
        "shape": "rectangle",
    }
    return [
        ("token", str(uuid4())),
        ("draft", "orders.new"),
        ("phone", f"+7 958 {uuid4().int % 10_000_000:07}"),
        ("name", f"Замерова Проба {number}-{uuid4().int % 10_000_000}"),
        ("ad_source", str(stand.facts.source)),
        ("method", "cash"),
        ("amount", "1000"),
        ("line", "0"),
        *((f"line-0-{name}", value) for name, value in line.items()),
    ]


def press(browser, fields) -> Answer:
    return browser.post("/orders/take/", fields, expected=204, headers={"HX-Request": "true"})
