"""One page tells the whole story of a client: said, ordered, paid, asked and changed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients.timeline import SIZE
from core import clock, registry
from interactions.actions import register
from interactions.lifecycle import Status
from interactions.models import Interaction
from interactions.models import InteractionKind as Kind
from orders.models import Payment
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db


def said(client, by, purpose, days_ago=0, channel="call"):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return register(client, by=by, channel=channel, direction="out", purpose=purpose)


def said_often(client, by, count, **fields):
    """As history has it, all at one moment unless `fields` say otherwise."""
    at = clock.now() - timedelta(days=400)
    call = Kind.objects.usual("call", "out")
    return Interaction.objects.bulk_create(
        Interaction(
            client=client,
            kind=call,
            purpose=f"Разговор {number}",
            status=Status.HELD,
            planned_at=at,
            held_at=at,
            responsible=by,
            held_by=by,
            office=by.office,
            created_at=at,
            **fields,
        )
        for number in range(count)
    )


def shown(browser, client, query=""):
    return browser.get(f"{reverse('clients:card', args=[client.pk])}?{query}").context["timeline"]


def pages(browser, client, query=""):
    """All pages of the timeline, as «earlier» leads through them."""
    url, found = reverse("clients:timeline", args=[client.pk]), []
    timeline = browser.get(f"{url}?{query}").context["timeline"]
    found.append(timeline.entries)
    while timeline.more:
        timeline = browser.get(f"{url}?{timeline.more}").context["timeline"]
        found.append(timeline.entries)
    return found


def test_everything_stands_in_one_order_the_newest_first(login, olga):
    order = given.order(by=olga, paid=500)
    maria = order.client
    said(maria, olga, "Спросила цену", days_ago=3)
    said(maria, olga, "Отправили прайс", days_ago=2, channel="email")
    given.task(about=maria, by=olga, of=olga)
    maria.likes = "Бронзовое зеркало"
    maria.save()

    entries = shown(login(olga), maria).entries

    assert {each.source.code for each in entries} == {
        "interactions",
        "letters",
        "orders",
        "payments",
        "tasks",
        "changes",
    }
    moments = [each.at for each in entries]
    assert moments == sorted(moments, reverse=True)
    page = login(olga).get(maria.get_absolute_url()).content.decode()
    for words in ("Спросила цену", "Отправили прайс", order.number, "Бронзовое зеркало"):
        assert words in page, words


def test_what_is_planned_is_the_next_step_and_no_history_yet(login, olga):
    call = given.planned_call(by=olga, purpose="Спросить о замере")

    page = login(olga).get(call.client.get_absolute_url())

    assert page.context["timeline"].entries == []
    assert "Спросить о замере" in page.content.decode()


def test_kinds_are_chosen_in_the_address_alone_or_together(login, olga):
    order = given.order(by=olga, paid=500)
    said(order.client, olga, "Спросила цену")

    def kinds(query):
        return {each.source.code for each in shown(login(olga), order.client, query).entries}

    assert kinds("kind=payments") == {"payments"}
    assert kinds("kind=payments&kind=interactions") == {"payments", "interactions"}
    assert kinds("kind=unheard-of") == kinds("")


@pytest.mark.parametrize("query", ["", "kind=interactions", "kind=interactions&kind=letters"])
def test_page_after_page_each_entry_stands_once_even_within_one_moment(login, olga, query):
    maria = given.client(by=olga)
    said_often(maria, olga, SIZE * 2 + 3)
    said_often(maria, olga, SIZE, channel="email")

    found = pages(login(olga), maria, query)

    keys = [(each.source.code, each.row.pk) for page in found for each in page]
    assert len(keys) == len(set(keys))
    expected = SIZE * 2 + 3 + (0 if query == "kind=interactions" else SIZE)
    assert len(keys) == expected
    assert [len(page) for page in found[:-1]] == [SIZE] * (len(found) - 1)


def test_a_cursor_that_nobody_gave_begins_at_the_newest(login, olga):
    maria = given.client(by=olga)
    said(maria, olga, "Спросила цену")

    assert len(shown(login(olga), maria, "after=чужое").entries) == 1


def test_a_story_of_hundreds_costs_what_a_page_does(login, olga):
    maria = given.order(by=olga, paid=500).client
    browser = login(olga)
    said_often(maria, olga, 1)
    maria.save()

    def queries():
        with CaptureQueriesContext(connection) as seen:
            browser.get(reverse("clients:timeline", args=[maria.pk]))
        return len(seen)

    few = queries()
    said_often(maria, olga, 300)

    assert queries() <= few


def test_every_source_is_read_from_an_index_that_begins_with_the_client(olga):
    """However long the story, no source sorts or reads all of it."""
    maria = given.client(by=olga)
    director = given.employee("director")
    for source in registry.timeline_sources:
        rows = source.rows(maria, director).order_by(f"-{source.moment}", "-pk")
        with connection.cursor() as cursor:  # of a small table all would be read and sorted
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        plan = rows.values("pk")[:20].explain()
        assert "Sort" not in plan, (source.code, plan)
        assert "Index" in plan, (source.code, plan)


def test_whoever_may_not_see_money_or_tasks_has_no_such_entries(login, olga):
    order = given.order(by=olga, paid=500)
    given.task(about=order.client, by=olga, of=olga)
    looker = given.employee(may=["clients.view_client", "interactions.view_interaction"])

    timeline = shown(login(looker), order.client)

    codes = {each.code for each in timeline.sources}
    assert codes == {"interactions", "letters", "changes"}
    assert shown(login(looker), order.client, "kind=payments").entries == []


def test_another_offices_orders_are_told_to_no_stranger(login, olga):
    stranger = given.employee(office=given.office("Северный"))
    order = given.order(by=olga, of=given.client(by=stranger))

    codes = {each.source.code for each in shown(login(stranger), order.client).entries}

    assert "orders" not in codes


def test_a_change_says_who_changed_what_from_what_to_what(login, olga):
    maria = given.client(by=olga, likes="Серебро")
    petr = given.employee(last_name="Ильин")
    browser = login(petr)
    typed = {
        **browser.get(reverse("clients:plan", args=[maria.pk])).context["form"].initial,
        "likes": "Бронза",
    }
    sent = {name: value for name, value in typed.items() if value is not None}
    browser.post(reverse("clients:plan", args=[maria.pk]), sent)

    page = browser.get(f"{maria.get_absolute_url()}?kind=changes").content.decode()

    assert "<del>Серебро</del> → " in page
    assert "Бронза" in page
    assert "Ильин" in page


def test_money_follows_an_order_to_another_client(login, olga):
    order = given.order(by=olga, paid=500)
    petr = given.client("Пётр Ильин", "8 916 000-11-22", by=olga)

    order.client = petr
    order.save(update_fields=["client"])

    assert set(Payment.objects.values_list("client", flat=True)) == {petr.pk}


def test_a_note_is_kept_without_leaving_and_the_timeline_grows(login, htmx, olga):
    maria = given.client(by=olga)
    url = reverse("interactions:note", args=[maria.pk])

    answer = login(olga).post(
        url, {"kind": kind("call", "in").pk, "purpose": "Спросила цену"}, headers=htmx
    )

    assert "timeline-grown" in answer.headers["HX-Trigger"]
    newest = login(olga).get(reverse("clients:timeline", args=[maria.pk]))
    assert "Спросила цену" in newest.content.decode()


def test_the_head_says_in_which_segments_the_client_is(login, olga):
    maria = given.client(by=olga)
    given.segment(given.condition("name", "contains", "Мария"), by=olga, name="Марии")
    given.segment(given.condition("name", "contains", "Пётр"), by=olga, name="Петры")

    page = login(olga).get(reverse("clients:segments_of", args=[maria.pk])).content.decode()

    assert "Марии" in page
    assert "Петры" not in page


@pytest.mark.parametrize("role", ["worker", "driver"])
def test_the_workshop_reads_no_story(login, role):
    maria = given.client()
    browser = login(given.employee(role))

    for name in ("timeline", "segments_of"):
        assert browser.get(reverse(f"clients:{name}", args=[maria.pk])).status_code == 403
