"""At the client's place: a photograph as a sketch of a line, and the client's hand."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core import drafts
from core.models import Attachment, Document, Draft
from crm.demo import signature
from orders import actions
from orders.models import Position, WorkOrder
from tests import given
from tests.orders.screen import HTMX, mirror
from tests.orders.test_edit import edited

pytestmark = pytest.mark.django_db
NEW, TAKE, PHOTO = "/orders/new/", "/orders/take/", "/orders/add-photo/"


def photograph(browser, index=0, name="стена.png", draft="orders.new"):
    file = SimpleUploadedFile(name, signature.png(1), content_type="image/png")
    answer = browser.post(PHOTO, {"photo": file, "draft": draft, "index": str(index)}, headers=HTMX)
    assert answer.status_code == 200, answer.text
    return Attachment.objects.latest("pk")


def test_the_photograph_becomes_the_sketch_of_its_position(olga, stranger):
    data = stranger(mirror(), mirror(width_mm="700"))
    first, second = photograph(olga.browser, 0), photograph(olga.browser, 1)
    data |= {"line-0-photo": first.pk, "line-1-photo": second.pk}

    olga.browser.post(TAKE, data, headers=HTMX)

    of = {
        position.width_mm: Attachment.objects.of(position).get()
        for position in Position.objects.all()
    }
    assert of == {600: first, 700: second}
    assert of[600].purpose == Attachment.Purpose.SKETCH
    assert not Draft.objects.exists()


def test_a_refused_form_and_a_reload_keep_it(olga, stranger):
    photo = photograph(olga.browser)
    data = stranger(name="") | {"line-0-photo": photo.pk}

    refused = olga.browser.post(TAKE, data, headers=HTMX)
    olga.browser.post("/drafts/orders.new/keep/", data)
    reloaded = olga.browser.get(NEW)

    kept = f'name="line-0-photo" value="{photo.pk}"'
    assert refused.status_code == 422
    assert kept in refused.text
    assert kept in reloaded.text
    assert Attachment.objects.get().owner_type == "core.draft"


def test_a_kept_calculation_keeps_its_photograph_when_it_is_changed(olga, stranger):
    photo = photograph(olga.browser)
    data = stranger() | {"line-0-photo": photo.pk}

    olga.browser.post(NEW, data, headers=HTMX)
    order = WorkOrder.objects.get()
    changed = data | {"order": order.pk, "version": order.version, "line-0-width_mm": "650"}
    changed |= {"client": order.client_id, "draft": f"orders.edit.{order.pk}"}
    olga.browser.post(f"/orders/{order.pk}/edit/", changed, headers=HTMX)

    assert Attachment.objects.of(order.positions.get()).get() == photo


def test_a_draft_thrown_away_takes_its_photographs_along(olga, django_capture_on_commit_callbacks):
    photo = photograph(olga.browser)
    storage, path = photo.file.storage, photo.file.name

    with django_capture_on_commit_callbacks(execute=True):
        drafts.discard(olga, "orders.new")

    assert not Attachment.objects.exists()
    assert not storage.exists(path)


def test_a_photograph_of_somebody_else_s_draft_is_not_taken(olga, stranger, login):
    theirs = photograph(login(given.employee("manager")))

    olga.browser.post(TAKE, stranger() | {"line-0-photo": theirs.pk}, headers=HTMX)

    theirs.refresh_from_db()
    assert theirs.owner_type == "core.draft"
    assert olga.browser.get(f"/attachments/{theirs.pk}/").status_code == 404


def test_a_copied_line_does_not_take_the_photograph_along(olga, stranger):
    photo = photograph(olga.browser)
    data = stranger() | {"line-0-photo": photo.pk, "copy": "0"}

    copied = olga.browser.post("/orders/add-line/", data, headers=HTMX)

    assert 'name="line-1-item"' in copied.text
    assert "line-1-photo" not in copied.text


def test_what_is_no_picture_is_refused_in_words(olga):
    file = SimpleUploadedFile("вирус.png", b"MZ", content_type="image/png")

    answer = olga.browser.post(
        PHOTO, {"photo": file, "draft": "orders.new", "index": "0"}, headers=HTMX
    )

    assert answer.status_code == 409
    assert not Attachment.objects.exists()


def test_the_client_s_hand_is_kept_and_printed_on_the_work_order(olga, stranger):
    drawn = base64.b64encode(signature.png(1)).decode()

    olga.browser.post(TAKE, stranger(signature=f"data:image/png;base64,{drawn}"), headers=HTMX)

    order = WorkOrder.objects.get()
    paper = Document.objects.of(order).get(kind="work_order")
    assert Attachment.objects.of(order).get().purpose == Attachment.Purpose.ACCEPTANCE
    assert paper.content["signature"].startswith("data:image/png")
    assert "signature" in olga.browser.get(order.get_absolute_url()).text


def test_a_broken_signature_is_said_and_nothing_is_taken(olga, stranger):
    answer = olga.browser.post(TAKE, stranger(signature="data:image/png;base64,-"), headers=HTMX)

    assert answer.status_code == 422
    assert not WorkOrder.objects.exists()


def test_a_new_line_of_an_amendment_has_its_photograph_too(olga):
    order = given.order(by=olga)
    page = f"/orders/{order.pk}/amend/"
    photo = photograph(olga.browser, 1, draft=f"orders.amend.{order.pk}")
    line = {f"line-1-{name}": value for name, value in mirror(width_mm="500").items()}
    data = edited(olga.browser, page)
    data |= {**line, "line": [*data["line"], "1"], "line-1-photo": photo.pk, "reason": "Ещё одно"}

    olga.browser.post(page, data, headers=HTMX)
    amendment = order.amendments.get()
    assert f'name="line-1-photo" value="{photo.pk}"' in olga.browser.get(page).text
    actions.confirm_amendment(amendment, by=olga, how="phone")

    added = order.positions.get(width_mm=500)
    assert Attachment.objects.of(added).get() == photo
    assert not Draft.objects.exists()
