"""What a manager may not decide alone is asked about the change, as when an order is taken."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from company.approvals import actions as approvals
from company.models import Approval
from core import clock
from core.errors import Refused
from core.models import Document
from orders import actions
from orders.amendments.lifecycle import AmendmentStatus
from orders.models import WorkOrder
from tests import given
from tests.orders.screen import HTMX
from tests.orders.test_edit import edited

pytestmark = pytest.mark.django_db
WHY = "Постоянный клиент просит уступить"


@pytest.fixture
def olga(login):
    person = given.employee("manager")
    person.browser = login(person)
    return person


def drafted(order, by, wanted):
    order.refresh_from_db()
    return actions.amend(order, wanted, by=by, version=order.version, reason=WHY)


def discounted(order, by, percent=15):
    return drafted(order, by, replace(given.amended(order), discount_percent=Decimal(percent)))


def test_a_discount_beyond_the_limit_is_asked_and_goes_to_the_client_once_approved(olga, director):
    order = given.order(by=olga)

    amendment = discounted(order, olga)

    asked = Approval.objects.get()
    assert (amendment.status, asked.measure, asked.reason) == (AmendmentStatus.DRAFTED, 15, WHY)
    assert director.notifications.count() == 1
    assert list(WorkOrder.objects.waiting_for_approval()) == [order]

    approvals.approve(asked, by=director)

    amendment.refresh_from_db()
    assert amendment.status == AmendmentStatus.AT_CLIENT
    changed = actions.confirm_amendment(amendment, by=olga, how="phone").order
    assert (changed.discount_percent, changed.total) == (15, 1503)


def test_within_the_limit_nobody_is_asked(olga):
    amendment = discounted(given.order(by=olga), olga, percent=4)

    assert amendment.status == AmendmentStatus.AT_CLIENT
    assert not Approval.objects.exists()


def test_refused_it_stays_a_draft_until_it_is_drafted_otherwise(olga, director):
    order = given.order(by=olga)
    amendment = discounted(order, olga)
    approvals.refuse(Approval.objects.get(), by=director, words="Пять — и ни процентом больше")

    page = olga.browser.get(amendment.get_absolute_url()).text
    assert "Пять — и ни процентом больше" in page

    again = discounted(order, olga, percent=5)
    assert (again.pk, again.status) == (amendment.pk, AmendmentStatus.AT_CLIENT)


def test_drafted_with_less_what_was_asked_is_withdrawn(olga):
    order = given.order(by=olga)
    discounted(order, olga)

    discounted(order, olga, percent=3)

    assert not Approval.objects.waiting().exists()


def test_an_approved_discount_is_not_asked_twice(olga, director):
    order = given.order(by=olga)
    discounted(order, olga)
    approvals.approve(Approval.objects.get(), by=director)
    wanted = replace(given.amended(order, height_mm=900), discount_percent=Decimal(12))

    amendment = drafted(order, olga, wanted)

    assert amendment.status == AmendmentStatus.AT_CLIENT
    assert not Approval.objects.waiting().exists()


def test_a_price_by_hand_is_asked_with_what_it_is_instead_of(olga, director):
    order = given.order(by=olga)
    wanted = given.amended(order, height_mm=900)
    first = wanted.lines[0]
    by_hand = replace(first, content=replace(first.content, hand_price=Decimal(1200)))

    amendment = drafted(order, olga, replace(wanted, lines=(by_hand,)))

    asked = Approval.objects.get()
    line = asked.asked["lines"][0]
    assert (line["price"], line["calculated"], amendment.new_total) == ("1200", "1956.00", 1200)
    assert amendment.status == AmendmentStatus.DRAFTED


def test_an_earlier_date_is_asked_and_becomes_the_promised_one(olga, director):
    order = given.order(by=olga)
    wished = clock.today() + timedelta(days=1)
    assert wished < order.promised_on

    amendment = drafted(order, olga, replace(given.amended(order), wished_on=wished))
    approvals.approve(Approval.objects.get(), by=director)
    amendment.refresh_from_db()
    changed = actions.confirm_amendment(amendment, by=olga, how="phone").order

    assert (changed.promised_on, changed.wished_on) == (wished, wished)


def test_a_later_date_needs_nobody(olga):
    order = given.order(by=olga)
    wished = order.promised_on + timedelta(days=30)

    amendment = drafted(order, olga, replace(given.amended(order), wished_on=wished))

    assert (amendment.status, amendment.new_promised_on) == (AmendmentStatus.AT_CLIENT, wished)


def test_who_may_decide_alone_asks_nobody(director):
    order = given.order(by=director)
    wished = clock.today() + timedelta(days=1)
    wanted = replace(given.amended(order), discount_percent=Decimal(50), wished_on=wished)

    amendment = drafted(order, director, wanted)

    assert amendment.status == AmendmentStatus.AT_CLIENT
    assert Approval.objects.get().is_decided_alone


def test_of_what_is_begun_the_director_is_asked_first_and_the_foreman_then(olga, director):
    order = given.order(by=olga)
    actions.start(order.positions.get(), by=given.employee("worker"))
    wanted = replace(given.amended(order, height_mm=900), discount_percent=Decimal(15))
    amendment = drafted(order, olga, wanted)
    with pytest.raises(Refused, match="Скидка"):
        actions.ask_consent(amendment, by=olga)

    approvals.approve(Approval.objects.get(), by=director)

    amendment.refresh_from_db()
    assert amendment.status == AmendmentStatus.DRAFTED
    assert actions.ask_consent(amendment, by=olga).status == AmendmentStatus.AT_FOREMAN


def test_a_dropped_change_asks_for_nothing_any_more(olga):
    amendment = discounted(given.order(by=olga), olga)

    actions.drop_amendment(amendment, by=olga, note="Клиент передумал")

    assert not Approval.objects.waiting().exists()


def test_the_director_reads_what_it_is_about_and_answers(olga, director, login):
    order = given.order(by=olga)
    amendment = discounted(order, olga)
    asked = Approval.objects.get()
    browser = login(director)

    page = browser.get(asked.get_absolute_url()).text
    assert amendment.get_absolute_url() in page
    assert order.client.name in page
    browser.post(reverse("company:approve", args=[asked.pk]))

    amendment.refresh_from_db()
    assert amendment.status == AmendmentStatus.AT_CLIENT


def test_the_page_of_the_change_learns_the_answer_without_reload(olga, director, htmx):
    amendment = discounted(given.order(by=olga), olga)
    asked = Approval.objects.get()
    poll = f"{amendment.get_absolute_url()}?waiting={asked.pk}"
    assert olga.browser.get(poll, headers=htmx).status_code == 204

    approvals.approve(asked, by=director)

    assert "HX-Refresh" in olga.browser.get(poll, headers=htmx)


def test_the_screen_says_that_it_will_be_asked_and_keeps_it(olga):
    order = given.order(by=olga)
    page = reverse("orders:amend", args=[order.pk])
    typed = {**edited(olga.browser, page), "discount_percent": "15", "reason": WHY}

    quoted = olga.browser.post(
        reverse("orders:quote_amendment", args=[order.pk]), typed, headers=HTMX
    )
    kept = olga.browser.post(page, typed, headers=HTMX)

    assert "15" in quoted.text.split('id="needs"')[1]
    assert kept.status_code == 204
    assert Approval.objects.get().is_waiting


def test_a_remake_stays_free_whatever_changes(director):
    order = given.handed_over_order()
    pieces = {piece.pk: piece.quantity for piece in order.positions.all()}
    remake = actions.remake(order, by=director, positions=pieces, reason="Отслоилась амальгама")
    wanted = given.amended(remake, height_mm=900, also=[given.mirror(400)])
    by_hand = replace(wanted.lines[0].content, hand_price=Decimal(500))
    wanted = replace(wanted, lines=(replace(wanted.lines[0], content=by_hand), wanted.lines[1]))

    amendment = drafted(remake, director, wanted)
    changed = actions.confirm_amendment(amendment, by=director, how="phone").order

    assert (amendment.new_total, changed.total, changed.debt) == (0, 0, 0)
    assert [paper.kind for paper in Document.objects.of(changed) if paper.kind == "receipt"] == []
    assert [each.total for each in changed.positions.all()] == [0, 0]
    assert changed.positions.first().weight_kg > 0
