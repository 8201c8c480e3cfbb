"""The sketch stands on the client's copy, and orders are found by how it stands."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from core import attachments, documents
from orders import actions
from orders.sketches.contents import all_files
from orders.sketches.lifecycle import SketchStatus
from tests import given, paper
from tests.core import files
from tests.orders.sketching import approved, attach, sent

pytestmark = pytest.mark.django_db


def accepted_with(olga, *names, answer=None, purpose="sketch"):
    """Sketches are drawn and shown while it is a calculation."""
    order = given.calculation(given.mirror(600), given.mirror(900), by=olga)
    for name in names:
        position = order.positions.get(ordinal=1)
        upload = files.upload(files.photo(size=(300, 200)), name)
        attachments.attach(position, upload, by=olga, purpose=purpose)
    if answer is not None:
        seen = all_files(order)[:1]
        actions.show_sketch(order, by=olga, files=seen, approved=answer, words="?", token=uuid4())
    return actions.accept(order, by=olga)


def clients_copy(order):
    issued = documents.latest("work_order", order)
    return issued.content["positions"], documents.pdf_of(issued)


def test_the_approved_sketch_stands_on_the_clients_copy_with_its_day(olga):
    order = accepted_with(olga, "эскиз.jpg", "второй.jpg", answer=True)

    (first, second), pdf = clients_copy(order)

    assert (first["sketch"]["name"], second["sketch"]) == ("эскиз.jpg", None)
    page = paper.pages_of(pdf)[0]
    day = localdate(order.sketch_sendings.get().answered_at)
    assert f"Эскиз согласован {day:%d.%m.%Y}" in page.replace("\xa0", " ").replace("\n", " ")
    assert paper.pictures_of(pdf)[0] >= 1


def test_without_an_answer_the_newest_stands_there_and_claims_nothing(olga):
    (first, _), pdf = clients_copy(accepted_with(olga, "эскиз.jpg", "второй.jpg"))

    assert (first["sketch"]["name"], first["sketch"]["approved_on"]) == ("второй.jpg", "")
    assert "согласован" not in paper.pages_of(pdf)[0]


def test_a_photograph_of_the_place_is_for_the_workshop_alone(olga):
    (first, _), _ = clients_copy(accepted_with(olga, "место.jpg", purpose="photo"))

    assert first["sketch"] is None


def test_orders_are_found_by_the_state_of_their_sketch(login, olga):
    plain, waits, agreed, changed = (given.order(by=olga) for _ in range(4))
    for order in (waits, agreed, changed):
        attach(order, 1)
    sent(waits)
    approved(agreed)
    approved(changed)
    attach(changed, 1, "эскиз 2.png")
    browser = login(olga)

    def shown(**query):
        page = browser.get(reverse("orders:index"), query)
        return {line["row"] for line in page.context["list"].body()}

    assert shown(sketch=SketchStatus.APPROVED) == {agreed}
    assert shown(sketch=SketchStatus.VOID) == {changed}
    assert shown(chip="sketch") == {waits, changed}
    assert plain not in shown(sketch=SketchStatus.SENT) == {waits}


def test_what_is_over_waits_for_no_answer(login, olga):
    order = given.order(by=olga)
    attach(order, 1)
    sent(order)
    actions.cancel(order, by=olga, ground="Передумали")

    page = login(olga).get(reverse("orders:index"), {"chip": "sketch"})

    assert page.context["list"].body() == []
