"""Every role follows every link it is shown; each page there is open, Russian, small and fits."""

import re
from collections import deque
from functools import partial
from html import unescape

import pytest
from django.conf import settings
from django.urls import resolve, reverse
from playwright.sync_api import Error

from core import clock, outbox
from core.models import Job
from crm.access import ROLES
from orders import actions
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
MOST_BYTES = 150 * 1024
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
# Latin words that a Russian page may hold: keys, file formats, names of messengers, the other
# language's own name.
ALLOWED = {
    "Ctrl",
    "Shift",
    "Enter",
    "Delete",
    "Page",
    "Down",
    "Excel",
    "xlsx",
    "JPEG",
    "vCard",
    "HEIC",
    "JSON",
    "Telegram",
    "WhatsApp",
    "Viber",
    "English",
}
LATIN = re.compile(r"(?<![\w.@/-])[A-Za-z]{4,}(?![\w.@/-])")
UNREAD = re.compile(r"<(script|style|noscript)\b.*?</\1>|<!--.*?-->", re.DOTALL)
READ_OUT = re.compile(r'\b(?:aria-label|title|placeholder|alt|data-label|data-confirm)="([^"]*)"')
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"]*)"')
MAIN_PAGES = ["today", "orders:index", "orders:new", "interactions:calls", "clients:index"]
MAIN_PAGES += ["production:queue", "production:transport", "catalog:prices", "company:calendar"]
MAIN_PAGES += ["company:roles", "orders:payments", "company:dictionaries", "company:profile"]
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def people():
    """One of each role, in a firm that has every kind of thing to show."""
    people = {code: given.employee(code) for code in ROLES}
    olga = people["manager"]
    mary = given.client(by=olga)
    usual = {"by": olga, "of": mary}
    given.calculation(**usual)
    taken = given.order(given.mirror(note="Подвес сверху"), given.delivery(), paid=500, **usual)
    begun = given.order(given.mirror(2000, 600), **usual)
    actions.start(begun.positions.first(), by=people["worker"])
    actions.cancel(given.order(**usual), by=olga, ground="Клиент передумал")
    given.checked_order(**usual)
    given.handed_over_order(**usual)
    given.ready_order(**usual)
    given.planned_call(mary, by=olga)
    for person in people.values():
        given.task(by=people["director"], of=person, about=mary, items=("Рулетка",))
    given.recurring_task()
    outbox.write(taken, key="ready", to="m@ya.ru", subject="Готов", body="Готов", by=olga)
    for person in people.values():
        finished_job(person)
    return people


def finished_job(person):
    now = {"created_at": clock.now(), "touched_at": clock.now()}
    Job.objects.create(kind="list", title="Выгрузка", by=person, state=Job.State.DONE, **now)


@pytest.fixture
def become(live_server, login):
    """`become(page, olga)`: from now on Olga sits there; what the browser has loaded stays."""

    def sit_down(page, person):
        session = login(person).cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session}
        page.context.add_cookies([{**cookie, "url": live_server.url}])

    return sit_down


def test_every_link_leads_to_a_page_fit_for_people(screen, become, login, barriers, people):
    """The first who comes to a page looks at it drawn; those who come later only read it."""
    page, seen, found = screen(), set(), []
    page.on("response", lambda got: found.append(f"{page.url}: {got}") if got.status >= 400 else 0)
    for role, person in people.items():
        become(page, person)
        visit = partial(opened_or_read, page, login(person), seen)
        for address, kind, html in walk(visit, *every_state(person)):
            faults = faults_of(html)
            if kind not in seen and html:
                faults += faults_drawn(page, barriers)
            seen.add(kind)
            found += [f"{role} {address}: {fault}" for fault in faults]

    assert not found, "\n".join(found)
    assert len(seen) > 50


def test_a_firm_that_has_just_begun_has_no_broken_page(screen):
    page, found = screen(given.employee("director")), []
    for address, _kind, html in walk(partial(opened, page)):
        faults = faults_of(html) + (faults_drawn(page) if html else [])
        found += [f"{address}: {fault}" for fault in faults]

    assert not found, "\n".join(found)


def test_the_main_pages_are_readable_in_the_dark(screen, barriers, people):
    page = screen(people["director"], dark=True)
    ready = WorkOrder.objects.ready().get()
    found = []
    for address in [
        *map(reverse, MAIN_PAGES),
        reverse("core:report", args=["cash_day"]),
        ready.get_absolute_url(),
        ready.client.get_absolute_url(),
        reverse("orders:hand_over", args=[ready.pk]),
    ]:
        page.goto(address)
        found += barriers(page)

    assert not found, "\n".join(found)


def test_what_is_closed_or_missing_is_said_in_russian(screen, barriers, people):
    page = screen(people["worker"])
    closed, missing = reverse("company:firm"), reverse("production:position", args=[10**6])
    for address, status in {closed: 403, missing: 404}.items():
        answer = page.goto(address)

        assert answer.status == status
        assert faults_of(answer.text()) + faults_drawn(page, barriers) == []


def every_state(person):
    """For the manager the cards of orders in all states, since each offers other steps."""
    if person.role.code != "manager":
        return []
    return [order.get_absolute_url() for order in WorkOrder.objects.all()]


def walk(visit, *others):
    """What is linked from the first page on, one of each kind: address, kind and HTML, which is
    empty for a file."""
    waiting, known = deque(["/", *others]), {kind_of("/")}
    while waiting:
        address = waiting.popleft()
        html = visit(address)
        yield address, kind_of(address), html
        known.add(kind_of(address))
        for link in map(unescape, LINK.findall(html)):
            if kind_of(link) not in known:
                known.add(kind_of(link))
                waiting.append(link)


def opened_or_read(page, browser, seen, address):
    return read(browser, address) if kind_of(address) in seen else opened(page, address)


def opened(page, address):
    """A file is not shown by the browser: it is only asked for."""
    try:
        answer = page.goto(address)
    except Error:
        answer = page.request.get(address)
    assert answer.ok, f"{address}: {answer.status}"
    return answer.text() if "text/html" in answer.headers["content-type"] else ""


def read(browser, address):
    """Not by way of the browser, which takes twice as long as the page itself."""
    answer = browser.get(address, follow=True)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.text if "text/html" in answer["content-type"] else ""


def kind_of(address):
    """The page's name, with the code of its dictionary or report; rows are all alike."""
    found = resolve(address.partition("?")[0])
    return (found.view_name, *(each for each in found.kwargs.values() if isinstance(each, str)))


def faults_of(html):
    shown = UNREAD.sub(" ", html)
    words = " ".join([re.sub(r"<[^>]*>", " ", shown), *READ_OUT.findall(shown)])
    latin = set(LATIN.findall(unescape(words))) - ALLOWED
    faults = [f"English: {sorted(latin)}"] if latin else []
    size = len(html.encode())
    return [*faults, f"{size} bytes"] if size > MOST_BYTES else faults


def faults_drawn(page, barriers=None):
    """Of the page that stands there as wide as a desk, and so it is left."""
    faults = barriers(page) if barriers else []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        wide = page.evaluate(OVERFLOW)
        faults += [f"{wide} px too wide at {size['width']}"] if wide > 0 else []
    page.set_viewport_size(DESK)
    return faults
