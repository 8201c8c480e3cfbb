"""A sketch goes to the client by e-mail, is answered, and is void once what it shows changes."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from core import attachments, outbox
from core.errors import Refused
from core.models import Attachment, OutgoingMessage
from interactions.models import Interaction
from orders import actions
from orders.sketches.actions import answer_sketch, void_if_changed
from orders.sketches.contents import all_files
from orders.sketches.lifecycle import SketchStatus
from tests import given
from tests.core import files
from tests.orders.sketching import ADDRESS, approved, attach, client, saved_anew, sent, state_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(olga):
    found = given.order(given.mirror(600), given.mirror(900), by=olga, of=client())
    attach(found, 1)
    return found


@pytest.fixture
def calculation(olga):
    found = given.calculation(given.mirror(600), given.mirror(900), by=olga, of=client())
    attach(found, 1)
    return found


def rings(person):
    return [each.text for each in person.notifications.all()]


def test_the_letter_goes_with_the_files_and_its_copy_stays_in_the_history(order):
    sending = sent(order, text="Зеркало 600 × 800 мм")

    outbox.send(sending.letter_id)

    letter = mail.outbox[0]
    assert (letter.to, order.number in letter.subject) == ([ADDRESS], True)
    assert letter.body == "Зеркало 600 × 800 мм"
    assert [(name, kind) for name, _, kind in letter.attachments] == [("эскиз.png", "image/png")]
    copy = Interaction.objects.about(order).get(channel="email")
    assert (copy.direction, copy.note) == ("out", "Зеркало 600 × 800 мм")
    assert state_of(order) == SketchStatus.SENT


def test_of_a_corel_file_the_client_gets_its_picture(order):
    attach(order, 2, "макет.cdr", files.cdr(files.saved(files.drawn(), "BMP")))

    outbox.send(sent(order).letter_id)

    assert [name for name, _, _ in mail.outbox[0].attachments] == ["эскиз.png", "макет.jpg"]


def test_pressed_twice_it_goes_once(order):
    token = uuid4()

    assert sent(order, token=token) == sent(order, token=token)
    assert OutgoingMessage.objects.of(order).count() == 1


@pytest.mark.parametrize("nothing", [{"files": []}])
def test_a_letter_without_a_sketch_is_refused(order, nothing):
    with pytest.raises(Refused):
        sent(order, **nothing)


def test_too_much_for_one_letter_is_refused(order):
    Attachment.objects.update(size_bytes=19 * 1024 * 1024)

    with pytest.raises(Refused):
        sent(order)


def test_a_cancelled_order_has_nothing_to_approve(order):
    actions.cancel(order, by=order.manager, ground="Передумали")

    with pytest.raises(Refused):
        sent(order)


def test_the_client_approves(order):
    sending = answer_sketch(sent(order), by=order.manager, approved=True, words="Всё верно")

    assert (sending.status, sending.words) == (SketchStatus.APPROVED, "Всё верно")
    assert sending.answered_by == order.manager
    assert state_of(order) == SketchStatus.APPROVED
    assert Interaction.objects.about(order).filter(direction="in", note="Всё верно").exists()


def test_the_client_wants_a_change_and_says_which(order):
    sending = sent(order)

    with pytest.raises(Refused):
        answer_sketch(sending, by=order.manager, approved=False)
    answer_sketch(sending, by=order.manager, approved=False, words="Фацет шире", channel="call")

    assert state_of(order) == SketchStatus.CHANGE_WANTED


def test_a_second_sketch_replaces_the_first(order):
    first, second = sent(order), sent(order)

    first.refresh_from_db()
    assert (first.status, second.status) == (SketchStatus.REPLACED, SketchStatus.SENT)
    with pytest.raises(Refused):
        answer_sketch(first, by=order.manager, approved=True)


def test_another_sketch_of_the_position_voids_the_approval_and_everybody_hears(order, foreman):
    approved(order)

    attach(order, 1, "эскиз 2.png")

    assert state_of(order) == SketchStatus.VOID
    (told,) = [text for text in rings(order.manager) if "эскиз" in text.lower()]
    assert order.number in told
    assert [order.number in text for text in rings(foreman)] == [True]


def test_before_the_shop_has_it_only_the_manager_hears(calculation, foreman):
    approved(calculation)

    saved_anew(calculation, given.mirror(650), given.mirror(900))

    assert state_of(calculation) == SketchStatus.VOID
    assert rings(calculation.manager)
    assert not rings(foreman)


def test_a_sketch_without_an_answer_is_void_too(calculation):
    sent(calculation)

    saved_anew(calculation, given.mirror(650), given.mirror(900))

    assert state_of(calculation) == SketchStatus.VOID


def test_an_amendment_voids_the_approval_when_it_is_in_force(order, foreman):
    approved(order)

    amendment = given.amendment(order, by=order.manager, height_mm=900)
    assert state_of(order) == SketchStatus.APPROVED
    actions.confirm_amendment(amendment, by=order.manager, how="phone")

    assert state_of(order) == SketchStatus.VOID
    assert any("эскиз" in text for text in rings(foreman))


def test_what_the_sketch_does_not_show_may_change(order, calculation):
    approved(order)
    attach(order, 2)
    attach(order, 1, "место.jpg", files.photo(), purpose="photo")
    approved(calculation)
    saved_anew(calculation, given.mirror(600), given.mirror(700))

    assert state_of(order) == state_of(calculation) == SketchStatus.APPROVED
    assert not void_if_changed(order, by=order.manager)


def test_a_sketch_of_the_whole_order_stands_for_every_position(calculation):
    upload = files.upload(files.pdf(), "общий вид.pdf")
    attachments.attach(calculation, upload, by=calculation.manager)
    approved(calculation)

    saved_anew(calculation, given.mirror(600), given.mirror(700))

    assert state_of(calculation) == SketchStatus.VOID


def test_it_is_sent_and_approved_again(order):
    approved(order)
    attach(order, 1, "эскиз 2.png")

    approved(order)

    assert state_of(order) == SketchStatus.APPROVED


def test_the_pages_attach_send_and_record(login, order):
    browser = login(order.manager)
    position = order.positions.get(ordinal=2)

    browser.post(
        reverse("orders:add_sketch", args=[order.pk]),
        {
            "position": position.pk,
            "purpose": "photo",
            "file": files.upload(files.photo(), "м.jpg"),
        },
    )
    page = browser.get(reverse("orders:send_sketch", args=[order.pk]))
    form = page.context["form"]
    browser.post(
        reverse("orders:send_sketch", args=[order.pk]),
        {**form.initial, "files": [file.pk for file in all_files(order)]},
    )
    sending = order.sketch_sendings.get()
    browser.post(
        reverse("orders:answer_sketch", args=[order.pk]),
        {"sending": sending.pk, "answer": "approved", "channel": "letter", "words": ""},
    )

    assert "600×800 мм" in form.initial["text"]
    assert form.initial["to"] == ADDRESS
    assert [file.name for file in sending.files.order_by("pk")] == ["эскиз.png", "м.jpg"]
    assert state_of(order) == SketchStatus.APPROVED
    assert "Утверждён" in browser.get(order.get_absolute_url()).content.decode()


def test_what_is_wrong_is_said_at_the_field(login, order):
    browser = login(order.manager)

    unsent = browser.post(reverse("orders:send_sketch", args=[order.pk]), {"to": "мария@"})
    sent(order)
    unanswered = browser.post(
        reverse("orders:answer_sketch", args=[order.pk]),
        {"sending": order.sketch_sendings.get().pk, "answer": "change_wanted", "channel": "call"},
    )

    assert (unsent.status_code, unanswered.status_code) == (422, 422)
    assert state_of(order) == SketchStatus.SENT


def test_whose_order_and_who_may(login, order):
    addresses = [
        reverse(f"orders:{name}", args=[order.pk])
        for name in ("add_sketch", "send_sketch", "answer_sketch")
    ]
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    for address in addresses:
        assert login(elsewhere).get(address).status_code == 404
        assert login(given.employee("quality")).get(address).status_code == 403


def test_the_order_page_asks_once_for_all_files(login, order, django_assert_max_num_queries):
    browser = login(order.manager)
    browser.get(order.get_absolute_url())
    with django_assert_max_num_queries(40) as one_file:
        browser.get(order.get_absolute_url())
    for place in (1, 2, 2):
        attach(order, place)

    with django_assert_max_num_queries(len(one_file)):
        page = browser.get(order.get_absolute_url()).content.decode()

    assert page.count('class="thumb"') == 4
