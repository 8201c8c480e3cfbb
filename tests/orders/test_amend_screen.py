"""The screen of an amendment by HTTP: what it is filled with, what it refuses, who gets in."""

from uuid import uuid4

import pytest
from django.urls import reverse

from core.models import Document, Draft, OutgoingMessage
from orders import actions
from orders.amendments.lifecycle import AmendmentStatus
from orders.models import Amendment
from tests import given
from tests.orders.screen import HTMX

pytestmark = pytest.mark.django_db


def page_of(order):
    return reverse("orders:amend", args=[order.pk])


def as_it_stands(browser, order):
    """The fields of the screen, as a browser would post them."""
    entry = browser.get(page_of(order)).context["entry"]
    return {**dict(entry.data.lists()), "draft": f"orders.amend.{order.pk}", "reason": "Ниша"}


def test_the_screen_is_the_order_as_it_is_agreed(olga):
    order = given.order(given.mirror(), given.mirror(700), by=olga)

    entry = olga.browser.get(page_of(order)).context["entry"]

    assert entry.is_valid() is False  # nobody has said why
    assert entry.difference.is_empty
    assert (entry.total, entry.promise.on) == (order.total, order.promised_on)


def test_what_is_typed_becomes_an_amendment_of_the_same_positions(olga):
    order = given.order(given.mirror(), given.mirror(700), by=olga)
    data = as_it_stands(olga.browser, order)

    answer = olga.browser.post(page_of(order), {**data, "line-1-height_mm": "900"}, headers=HTMX)

    amendment = Amendment.objects.get()
    assert answer.status_code == 204
    assert amendment.get_absolute_url() in answer["HX-Trigger"]
    assert [row["ordinal"] for row in amendment.changes] == [2]
    assert amendment.status == AmendmentStatus.AT_CLIENT


def test_a_copied_line_is_a_new_position(olga):
    order = given.order(by=olga)
    data = as_it_stands(olga.browser, order)

    copied = olga.browser.post(reverse("orders:add_line"), {**data, "copy": "0"})

    assert "line-1-width_mm" in copied.text
    assert "line-1-position" not in copied.text


def test_the_quote_says_the_difference(olga):
    order = given.order(by=olga)
    data = as_it_stands(olga.browser, order)

    address = reverse("orders:quote_amendment", args=[order.pk])
    answer = olga.browser.post(address, {**data, "line-0-height_mm": "900"})

    assert "+188,00" in answer.text.replace("\xa0", " ")


def test_nothing_different_is_said_and_what_is_typed_stays(olga):
    order = given.order(by=olga)

    answer = olga.browser.post(page_of(order), as_it_stands(olga.browser, order), headers=HTMX)

    assert answer.status_code == 409
    assert not Amendment.objects.exists()


def test_without_a_reason_nothing_is_kept(olga):
    order = given.order(by=olga)
    data = {**as_it_stands(olga.browser, order), "reason": "", "line-0-height_mm": "900"}

    assert olga.browser.post(page_of(order), data, headers=HTMX).status_code == 422
    assert not Amendment.objects.exists()


def test_an_open_amendment_is_opened_again_as_it_was_typed(olga):
    order = given.order(by=olga)
    given.amendment(order, by=olga, height_mm=900)

    answer = olga.browser.get(page_of(order))

    assert answer.context["entry"].data["line-0-height_mm"] == "900"
    assert "Изменение № 1 уже готовится" in answer.text


def test_an_old_version_learns_what_was_saved(olga):
    order = given.order(by=olga)
    data = {**as_it_stands(olga.browser, order), "line-0-height_mm": "900"}
    given.amendment(order, by=given.employee("manager"), height_mm=1000)

    answer = olga.browser.post(page_of(order), data, headers=HTMX)

    assert answer.status_code == 409
    assert "data-press-again" in answer.text


def test_the_draft_goes_when_it_is_kept(olga):
    order = given.order(by=olga)
    data = {**as_it_stands(olga.browser, order), "line-0-height_mm": "900"}
    olga.browser.post(reverse("core:keep_draft", args=[data["draft"]]), data)

    olga.browser.post(page_of(order), data, headers=HTMX)

    assert not Draft.objects.exists()


def test_a_warning_of_the_trade_needs_a_reason_here_too(olga):
    order = given.order(by=olga)
    data = {**as_it_stands(olga.browser, order), "line-0-height_mm": "5000"}

    assert olga.browser.post(page_of(order), data, headers=HTMX).status_code == 422


def test_a_calculation_and_a_cancelled_order_lead_back(olga):
    calculation = given.calculation(by=olga)
    cancelled = actions.cancel(given.order(by=olga), by=olga, ground="Передумал")

    for order in (calculation, cancelled):
        assert olga.browser.get(page_of(order))["Location"] == order.get_absolute_url()


def test_the_foreman_sees_no_sums_and_no_client(olga, login):
    order = given.order(by=olga, of=given.client("Мария Светлова", by=olga))
    foreman = given.employee("foreman")

    answer = login(foreman).get(given.amendment(order, by=olga).get_absolute_url())

    assert "600×900" in answer.text
    assert "956,00" not in answer.text
    assert "Светлова" not in answer.text


def test_the_foreman_answers_on_the_page(olga, login):
    order = given.order(by=olga)
    actions.start(order.positions.get(), by=given.employee("worker"))
    amendment = actions.ask_consent(given.amendment(order, by=olga), by=olga)
    address = reverse("orders:consent_amendment", args=[amendment.pk])
    foreman, position = login(given.employee("foreman")), order.positions.get()

    unsaid = foreman.post(address, {})
    foreman.post(address, {f"decision-{position.pk}": "go_on"})

    amendment.refresh_from_db()
    assert unsaid.status_code == 422
    assert (amendment.status, amendment.decisions) == ("at_client", {str(position.pk): "go_on"})


def test_the_clients_word_changes_the_order(olga):
    amendment = given.amendment(by=olga)
    address = reverse("orders:confirm_amendment", args=[amendment.pk])

    unsaid = olga.browser.post(address, {})
    olga.browser.post(address, {"how": "email", "on": amendment.order.priced_on})

    amendment.refresh_from_db()
    assert unsaid.status_code == 422
    assert (amendment.status, amendment.confirmed_by) == (AmendmentStatus.APPLIED, olga)


def test_the_orders_page_names_its_amendments_and_an_unchanged_one_asks_nothing(
    olga, django_assert_num_queries
):
    from orders.amendments.panel import of_order

    order = given.order(by=olga)
    with django_assert_num_queries(0):
        assert of_order(order, olga) is None

    actions.confirm_amendment(given.amendment(order, by=olga), by=olga, how="phone")

    assert "Изменение № 1" in olga.browser.get(order.get_absolute_url()).text


def test_the_paper_of_an_amendment_goes_by_e_mail_like_the_others(olga):
    amendment = given.amendment(by=olga)
    paper = Document.objects.of(amendment).get()
    address = reverse("orders:send_document", args=[amendment.order_id, paper.pk])

    page = olga.browser.get(amendment.get_absolute_url()).text
    olga.browser.post(address, {"token": str(uuid4()), "to": "maria@example.ru"})

    assert address in page
    assert "Изменение" in OutgoingMessage.objects.get().subject
