from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from core import attachments, documents
from core.models import Attachment
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def picture(name="эскиз.png"):
    kept = BytesIO()
    Image.new("RGB", (40, 30), "white").save(kept, "PNG")
    return SimpleUploadedFile(name, kept.getvalue(), "image/png")


def page_of(position):
    return reverse("production:position", args=[position.pk])


def test_the_page_shows_the_piece_its_stages_and_what_happened(login):
    worker = given.employee("worker", last_name="Чернов")
    position = given.order().positions.get()
    actions.start(position, by=worker)

    page = login(worker).get(page_of(position)).content.decode()

    for due in ("drawing-full", "Раскрой", "Фацет", "Чернов", position.order.number):
        assert due in page, due


def test_the_workshop_opens_the_sketches_of_an_order(login):
    olga, worker = given.employee("manager"), given.employee("worker")
    order = given.order(by=olga)
    sketch = attachments.attach(order, picture(), by=olga)

    browser = login(worker)
    page = browser.get(page_of(order.positions.get())).content.decode()

    assert "эскиз.png" in page
    assert browser.get(reverse("core:attachment", args=[sketch.pk])).status_code == 200


def test_the_workshop_opens_neither_signatures_nor_papers(login):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)
    actions.hand_over(order, by=olga, amount=order.debt, signature=picture("signature.png"))
    signature = Attachment.objects.of(order).get()
    paper = documents.latest("work_order", order)

    browser = login(given.employee("foreman"))

    assert browser.get(reverse("core:attachment", args=[signature.pk])).status_code == 404
    assert browser.get(reverse("core:document", args=[paper.pk])).status_code == 404


def test_files_of_a_calculation_are_not_the_workshops(login):
    olga = given.employee("manager")
    sketch = attachments.attach(given.calculation(by=olga), picture(), by=olga)

    answer = login(given.employee("worker")).get(reverse("core:attachment", args=[sketch.pk]))

    assert answer.status_code == 404


def test_a_stranger_finds_no_position(login):
    position = given.order().positions.get()

    assert login(given.employee("marketing")).get(page_of(position)).status_code == 404
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    assert login(elsewhere).get(page_of(position)).status_code == 404


def test_goods_have_no_page_in_the_workshop(login):
    position = given.order(given.mirror(), given.delivery()).positions.get(goes_to_shop=False)

    assert login(given.employee("worker")).get(page_of(position)).status_code == 404
