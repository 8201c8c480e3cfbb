import json
from uuid import uuid4

import pytest

from clients.models import Client
from core.models import Document
from orders.models import Payment, WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.screen import HTMX, mirror, typed

pytestmark = pytest.mark.django_db
NEW, TAKE = "/orders/new/", "/orders/take/"


def test_a_stranger_s_order_is_taken_and_its_paper_opens(olga, stranger):
    answer = olga.browser.post(TAKE, stranger(amount="1 000,00"), headers=HTMX)

    order = WorkOrder.objects.get()
    kept = json.loads(answer["HX-Trigger"])["order-kept"]
    paper = Document.objects.of(order).get(kind="work_order")
    assert (answer.status_code, order.status, order.paid) == (204, Status.ACCEPTED, 1000)
    assert kept == {"card": f"/orders/{order.pk}/", "paper": f"/documents/{paper.pk}/"}


def test_a_second_press_answers_the_same_order(olga, stranger):
    data = stranger(amount="1000")

    answers = [olga.browser.post(TAKE, data, headers=HTMX) for _ in range(2)]

    assert answers[0]["HX-Trigger"] == answers[1]["HX-Trigger"]
    assert (WorkOrder.objects.count(), Payment.objects.count()) == (1, 1)


def test_a_likely_duplicate_is_shown_before_the_client_is_added(olga, stranger):
    known = given.client("Светлова Мария", "+7 916 123-45-67")
    data = stranger()

    asked = olga.browser.post(TAKE, data, headers=HTMX)
    added = olga.browser.post(TAKE, {**data, "is_another": "on"}, headers=HTMX)

    assert (asked.status_code, asked["HX-Retarget"]) == (409, "#client-notice")
    assert known.name in asked.text
    assert (added.status_code, Client.objects.count()) == (204, 2)


def test_a_known_client_is_found_by_any_writing_of_the_phone_and_part_of_the_name(olga):
    known = given.client("Светлова Мария", "+7 916 123-45-67")

    for text in ("8(916)1234567", "916 123 45 67", "45-67", "ветлов", "мария свет"):
        answer = olga.browser.get("/orders/find-client/", {"phone": text}, headers=HTMX)
        assert known.name in answer.text, text


def test_a_chosen_client_brings_their_discount_and_what_they_owe(olga):
    known = given.client(discount_percent=10)
    given.order(of=known, by=olga, paid=0)

    answer = olga.browser.get("/orders/client-choice/", {"client": known.pk}, headers=HTMX)

    assert "1 591" in answer.text.replace("\xa0", " ")
    assert "10 %" in answer.text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("phone", "916", "номер"),
        ("phone", "", "телефон"),
        ("phone", "+1 2", "номер"),
        ("name", "  \x07 ", "имя"),
        ("ad_source", "", "узнал"),
        ("wished_on", "2020-01-01", "прош"),
        ("discount_percent", "много", "процент"),
        ("amount", "-5", "больше 0"),
        ("amount", "тысяча", "1500,50"),
        ("amount", "99 999", "1 768"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_is_typed_stays(
    olga, stranger, field, value, sentence
):
    answer = olga.browser.post(TAKE, stranger(**{field: value}), headers=HTMX)

    place = answer.text.split(f'id="id_{field}_error"')[1].split("</div>")[0].replace("\xa0", " ")
    assert answer.status_code == 422
    assert sentence in place.lower()
    assert "Зеркало серебро 4 мм" in answer.text
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"width_mm": "0"}, "width_mm"),
        ({"width_mm": "10 км"}, "width_mm"),
        ({"width_mm": "10000000"}, "width_mm"),
        ({"height_mm": "-800"}, "height_mm"),
        ({"quantity": "0"}, "quantity"),
        ({"item": "Зеркало из Зазеркалья"}, "item"),
        ({"facet_mm": "13"}, "facet_mm"),
    ],
)
def test_a_wrong_position_is_said_at_its_field(olga, stranger, line, field):
    answer = olga.browser.post(TAKE, stranger(mirror(**line)), headers=HTMX)

    place = answer.text.split(f'id="id_line-0-{field}_error"')[1].split("</div>")[0]
    assert answer.status_code == 422
    assert place.removeprefix(">").strip()


def test_sizes_are_read_as_people_write_them(olga, stranger):
    line = mirror(width_mm="1 200 мм", height_mm="80 см", facet_mm="")

    olga.browser.post(TAKE, stranger(line), headers=HTMX)

    position = WorkOrder.objects.get().positions.get()
    assert (position.width_mm, position.height_mm) == (1200, 800)


def test_an_order_without_a_position_is_not_taken(olga, stranger):
    answer = olga.browser.post(TAKE, stranger({"item": ""}), headers=HTMX)

    assert answer.status_code == 422
    assert 'id="lines-objection"' in answer.text


def test_hidden_characters_are_dropped(olga, stranger):
    olga.browser.post(TAKE, stranger(name="Ма\x00рия\u202e С", comment="к\x07 двум"), headers=HTMX)

    order = WorkOrder.objects.get()
    assert (order.client.name, order.comment) == ("Мария С", "к двум")


def test_a_foreign_phone_is_taken(olga, stranger):
    olga.browser.post(TAKE, stranger(phone="+49 30 901820"), headers=HTMX)

    assert WorkOrder.objects.get().client.main_phone.e164 == "+4930901820"


def test_a_calculation_is_kept_and_printed_and_costs_no_number(olga, stranger):
    answer = olga.browser.post(NEW, stranger(), headers=HTMX)

    order = WorkOrder.objects.get()
    assert (answer.status_code, order.status, order.seq) == (204, Status.CALCULATION, 0)
    assert Document.objects.of(order).get().kind == "calculation"


def test_a_calculation_may_leave_a_warning_unanswered_an_order_may_not(olga, stranger):
    data = stranger(mirror(width_mm="3000", height_mm="3000"))

    refused = olga.browser.post(TAKE, data, headers=HTMX)
    kept = olga.browser.post(NEW, data, headers=HTMX)

    assert (refused.status_code, kept.status_code) == (422, 204)
    assert "lines-objection" in refused.text


def test_orders_are_taken_while_redis_is_down(without_redis, olga, stranger):
    answer = olga.browser.post(TAKE, stranger(amount="1000"), headers=HTMX)

    assert (answer.status_code, WorkOrder.objects.get().paid) == (204, 1000)


def test_after_an_ended_login_one_comes_back_to_the_screen(client, htmx):
    page = {"HX-Current-URL": "http://testserver/orders/new/", **htmx}

    answer = client.post("/orders/quote/", headers=page)

    assert answer["HX-Redirect"] == "/login/?next=%2Forders%2Fnew%2F"


def test_a_copied_position_stands_with_all_that_was_typed(olga, stranger):
    data = stranger(mirror(note="с подсветкой"))

    answer = olga.browser.post("/orders/add-line/", {**data, "copy": "0"}, headers=HTMX)

    assert 'name="line-1-note" value="с подсветкой"' in answer.text
    assert "<svg" in answer.text


def test_positions_keep_the_order_of_the_screen(olga, stranger):
    data = stranger(mirror(), mirror(width_mm="900"))

    olga.browser.post(TAKE, {**data, "line": ["1", "0"]}, headers=HTMX)

    widths = WorkOrder.objects.get().positions.values_list("width_mm", flat=True)
    assert list(widths) == [900, 600]


def test_the_empty_screen_is_light(olga, django_assert_max_num_queries):
    olga.browser.get(NEW)

    with django_assert_max_num_queries(10):
        answer = olga.browser.get(NEW)

    assert len(answer.content) < 150_000


def test_the_workshop_takes_no_orders(login):
    worker = login(given.employee("worker"))

    assert worker.get(NEW).status_code == 403
    assert worker.post(TAKE, typed()).status_code == 403
    assert worker.get("/orders/find-client/").status_code == 403


def test_the_token_of_a_form_is_not_guessed(olga, stranger):
    answer = olga.browser.post(TAKE, stranger(token=str(uuid4())[:8]), headers=HTMX)

    assert answer.status_code == 422


def test_why_nothing_was_kept_is_said_at_the_top_too(olga, stranger):
    data = stranger(wished_on="2026-01-01")

    answer = olga.browser.post("/orders/new/", data, headers=HTMX)

    assert answer.status_code == 422
    said = answer.text.partition('id="complaints"')[2].partition('id="client"')[0]
    assert 'href="#id_wished_on"' in said
    assert answer.text.count("Этот день уже прошёл.") == 2


def test_what_is_left_to_pay_is_shown_once_something_is_paid(olga, stranger):
    quote = "/orders/quote/"

    nothing = olga.browser.post(quote, stranger(), headers=HTMX).text
    some = olga.browser.post(quote, stranger(amount="500"), headers=HTMX).text

    assert "доплатить" not in nothing
    assert "доплатить" in some
