"""A wrong file goes and leaves its trace; what the client was shown is withdrawn and stays."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.urls import reverse

from core import attachments
from core.errors import Refused
from core.models import Attachment
from orders import actions
from orders.sketches.contents import all_files
from orders.sketches.lifecycle import SketchStatus
from tests import given
from tests.core import files
from tests.orders.sketching import approved, attach, client, sent, state_of

pytestmark = pytest.mark.django_db
WRONG = "Файл другого заказа"


@pytest.fixture
def order():
    olga = given.employee("manager")
    return given.order(given.mirror(600), given.mirror(900), by=olga, of=client())


def remove(order, file, reason=WRONG):
    return actions.remove_file(order, file, by=order.manager, reason=reason)


def address(order, file):
    return reverse("orders:remove_file", args=[order.pk, file.pk])


def test_its_content_is_gone_and_its_row_says_who_and_why(
    order, django_capture_on_commit_callbacks
):
    file = attach(order, 1)
    path = file.file.name

    with django_capture_on_commit_callbacks(execute=True):
        remove(order, file)

    row = Attachment.objects.get(pk=file.pk)
    assert (row.removed_by, row.removal_reason, bool(row.file)) == (order.manager, WRONG, False)
    assert not default_storage.exists(path)
    assert all_files(order) == []


def test_a_reason_is_asked_for_and_a_file_goes_once(order):
    file = attach(order, 1)

    with pytest.raises(Refused):
        remove(order, file, reason=" ")
    remove(order, file)
    with pytest.raises(Refused):
        remove(order, file)


def test_a_file_that_the_client_was_sent_is_withdrawn_and_nothing_is_approved_any_more(order):
    file = attach(order, 1)
    approved(order)

    withdrawn = remove(order, file)

    assert withdrawn.is_withdrawn
    assert default_storage.exists(withdrawn.file.name)
    assert all_files(order) == []
    assert state_of(order) == SketchStatus.VOID
    assert any("эскиз" in each.text.lower() for each in order.manager.notifications.all())


def test_a_drawing_of_the_whole_order_that_was_approved_is_withdrawn_too(order):
    upload = files.upload(files.pdf(), "общий вид.pdf")
    plan = attachments.attach(order, upload, by=order.manager, purpose="sketch")
    approved(order)

    assert remove(order, plan).is_withdrawn
    assert state_of(order) == SketchStatus.VOID


def test_a_file_that_the_client_has_not_seen_goes_and_the_answer_stands(order):
    seen, wrong = attach(order, 1), attach(order, 1, "чужой.png")
    sending = sent(order, files=[seen])
    actions.answer_sketch(sending, by=order.manager, approved=True)

    removed = remove(order, wrong)

    assert not removed.is_withdrawn
    assert state_of(order) == SketchStatus.APPROVED
    attach(order, 1, "новый.png")
    assert state_of(order) == SketchStatus.VOID


def test_a_new_sketch_of_the_whole_order_voids_what_was_approved(order):
    attach(order, 1)
    approved(order)

    upload = files.upload(files.png(), "вид.png")
    attachments.attach(order, upload, by=order.manager, purpose="sketch")

    assert state_of(order) == SketchStatus.VOID


def test_a_signature_is_not_removed(order):
    upload = files.upload(files.png(), "подпись.png")
    signature = attachments.attach(order, upload, by=order.manager, purpose="signature")

    with pytest.raises(Refused):
        remove(order, signature)


def test_the_order_page_asks_why_and_the_history_keeps_it(login, order):
    file, kept = attach(order, 1, "чужой.png"), attach(order, 2, "наш.png")
    browser = login(order.manager)
    assert address(order, file) in browser.get(order.get_absolute_url()).content.decode()

    assert browser.post(address(order, file), {"reason": ""}).status_code == 422
    browser.post(address(order, file), {"reason": WRONG})

    page = browser.get(order.get_absolute_url()).content.decode()
    history = browser.get(reverse("orders:history", args=[order.pk])).content.decode()
    assert ("чужой.png" in page, kept.name in page) == (False, True)
    assert ("чужой.png" in history, WRONG in history) == (True, True)
    assert browser.get(reverse("core:attachment", args=[file.pk])).status_code == 404
    assert browser.get(address(order, file)).status_code == 404


def test_a_withdrawn_file_is_still_to_be_looked_at(login, order):
    file = attach(order, 1)
    sent(order)
    browser = login(order.manager)

    assert "отзыва" in browser.get(address(order, file)).content.decode()
    browser.post(address(order, file), {"reason": WRONG})

    page = browser.get(order.get_absolute_url()).content.decode()
    assert f"<del>{file.name}</del>" in page
    assert browser.get(reverse("core:attachment", args=[file.pk])).status_code == 200


def test_the_workshop_sees_it_no_more(login, order):
    file = attach(order, 1)
    sent(order)
    page = reverse("production:position", args=[order.positions.get(ordinal=1).pk])
    worker = login(given.employee("worker"))
    assert file.name in worker.get(page).content.decode()

    remove(order, file)

    assert file.name not in worker.get(page).content.decode()


def test_whose_order_and_who_may(login, order):
    file = attach(order, 1)
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    other = attach(given.order(by=order.manager), 1)

    assert login(elsewhere).post(address(order, file)).status_code == 404
    assert login(given.employee("quality")).post(address(order, file)).status_code == 403
    assert login(order.manager).post(address(order, other)).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.remove_file(order, file, by=given.employee("worker"), reason=WRONG)
