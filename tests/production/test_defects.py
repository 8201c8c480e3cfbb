"""A defect sends a piece back, with its cause and a photo; what is made again is marked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from company.models import Stage
from core.models import Attachment
from orders import actions
from orders.work_orders.lifecycle import PositionStatus
from production.models import Defect
from production.reports import Defects
from tests import given
from tests.production.test_position import picture

pytestmark = pytest.mark.django_db
QUEUE = reverse("production:queue")


@pytest.fixture
def made():
    order, worker = given.order(by=given.employee("manager")), given.employee("worker")
    return actions.finish(actions.start(order.positions.get(), by=worker), by=worker)


def send_back(browser, position, **typed):
    typed = {"note": "Скол на стороне B", "cause": given.defect_cause().pk, **typed}
    return browser.post(reverse("production:send_back", args=[position.pk]), typed)


def test_cause_stage_words_and_photo_are_kept(login, made):
    foreman, cutting = given.employee("foreman"), Stage.objects.get(code="cutting")

    send_back(login(foreman), made, stage=cutting.pk, photo=picture("скол.png"))

    defect = Defect.objects.get()
    assert (defect.position, defect.cause.name, defect.stage) == (made, "Раскрой", cutting)
    assert (defect.words, defect.found_by) == ("Скол на стороне B", foreman)
    assert Attachment.objects.of(defect).get().name == "скол.png"


def test_the_firms_causes_are_asked_for(login, made):
    answer = send_back(login(given.employee("foreman")), made, cause="")

    made.refresh_from_db()
    assert (answer.status_code, made.status) == (422, PositionStatus.FINISHED)


def test_what_is_no_picture_keeps_the_piece_where_it_is(login, made):
    answer = send_back(
        login(given.employee("foreman")), made, photo=SimpleUploadedFile("x.png", b"MZ")
    )

    made.refresh_from_db()
    assert (answer.status_code, made.status) == (409, PositionStatus.FINISHED)
    assert not Defect.objects.exists()


def test_the_remake_is_marked_until_the_end(login, made):
    foreman = given.employee("foreman")
    browser = login(foreman)
    send_back(browser, made)
    made.refresh_from_db()
    again = actions.finish(actions.start(made, by=foreman), by=foreman)

    page = browser.get(reverse("production:position", args=[again.pk])).content.decode()

    assert "Переделка" in browser.get(QUEUE).content.decode()
    for due in ("Переделка", "Скол на стороне B", "Раскрой"):
        assert due in page, due


def test_the_manager_hears_of_it_and_finds_it_with_the_order(login, made):
    olga = made.order.manager
    send_back(login(given.employee("foreman")), made, photo=picture("скол.png"))

    assert "Скол на стороне B" in olga.notifications.get().text
    browser = login(olga)
    card = browser.get(made.order.get_absolute_url()).content.decode()
    address = reverse("production:notes", args=[made.order_id])
    assert address in card
    page = browser.get(address).content.decode()
    photo = Attachment.objects.of(Defect.objects.get()).get()
    picture_address = reverse("core:attachment", args=[photo.pk])
    assert picture_address in page
    assert browser.get(picture_address).status_code == 200


def test_an_order_without_trouble_asks_for_nothing(login):
    olga = given.employee("manager")
    order = given.order(by=olga)

    card = login(olga).get(order.get_absolute_url()).content.decode()

    assert reverse("production:notes", args=[order.pk]) not in card


def test_a_return_from_the_office_leaves_a_defect_too():
    olga = given.employee("commercial")
    order = given.ready_order(by=olga)
    piece = order.positions.get()

    actions.return_for_rework(order, by=olga, positions=[piece.pk], reason="Царапина у клиента")

    piece.refresh_from_db()
    assert piece.is_remade
    assert Defect.objects.get(position=piece).words == "Царапина у клиента"


def test_a_stranger_sees_neither_defects_nor_photos(login, made):
    send_back(login(given.employee("foreman")), made, photo=picture("скол.png"))
    photo = Attachment.objects.of(Defect.objects.get()).get()

    stranger = login(given.employee("manager", office=given.office("Офис на Соколе")))

    assert stranger.get(reverse("core:attachment", args=[photo.pk])).status_code == 404
    assert stranger.get(reverse("production:notes", args=[made.order_id])).status_code == 404


def test_the_report_counts_what_came_back_by_cause(login, made):
    foreman = given.employee("foreman")
    send_back(login(foreman), made)
    made.refresh_from_db()
    again = actions.finish(actions.start(made, by=foreman), by=foreman)
    send_back(login(foreman), again)

    page = login(foreman).get(reverse("core:report", args=["defects"]))

    assert page.status_code == 200
    table = Defects(foreman, {}).table
    assert [(row["cause"], row["count"], row["positions"]) for row in table] == [("Раскрой", 2, 1)]


def test_the_page_of_the_order_marks_what_is_made_again(login, made):
    order = made.order
    mark = "Переделка"
    browser = login(order.manager)
    assert mark not in browser.get(order.get_absolute_url()).text

    send_back(login(given.employee("foreman")), made)

    assert mark in browser.get(order.get_absolute_url()).text
