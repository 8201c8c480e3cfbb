import base64
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.urls import reverse

from core import documents
from core.errors import Refused
from core.models import Attachment, Document
from crm.demo import signature
from interactions.models import Interaction
from orders import actions
from orders.models import Payment
from orders.work_orders.lifecycle import Status, Step
from tests import given

pytestmark = pytest.mark.django_db


def signed():
    return ContentFile(signature.png(1), name="signature.png")


def filled(order, **fields):
    """The page as it is opened: all that may leave is ticked."""
    leaving = list(order.positions.left().values_list("pk", flat=True))
    said = {"token": uuid4(), "positions": leaving, "place": "office", "defects": "none"}
    return {**said, "on_paper": "on", **fields}


def test_the_balance_is_paid_and_the_order_handed_over_at_once():
    olga = given.employee("manager")
    order = given.ready_order(by=olga, paid=1000)

    order = actions.hand_over(order, by=olga, amount=order.debt, method="card")

    assert (order.status, order.debt) == (Status.ARCHIVED, 0)
    assert list(order.payments.values_list("amount", "method")) == [
        (1000, "cash"),
        (order.total - 1000, "card"),
    ]
    steps = list(order.steps.values_list("step", flat=True))
    assert steps[-2:] == [Step.HAND_OVER, Step.ARCHIVE]


def test_an_unpaid_order_stays_and_so_does_the_money_that_did_not_suffice():
    olga = given.employee("manager")
    order = given.ready_order(by=olga)

    with pytest.raises(Refused, match="₽"):
        actions.hand_over(order, by=olga, amount=Decimal(100))

    order.refresh_from_db()
    assert (order.status, order.paid) == (Status.READY, 0)
    assert not Payment.objects.exists()


def test_a_director_lets_an_unpaid_order_go():
    order = given.ready_order()
    director = given.employee("director")

    actions.allow_debt(order, by=director)
    order = actions.hand_over(order, by=given.employee("manager"))

    assert order.status == Status.ARCHIVED
    assert order.debt_allowed_by == director


def test_a_manager_does_not_allow_a_debt():
    order = given.ready_order()

    with pytest.raises(PermissionDenied):
        actions.allow_debt(order, by=given.employee("manager"))


def test_no_debt_is_allowed_where_none_is_owed():
    order = given.ready_order(paid=1768)

    with pytest.raises(Refused):
        actions.allow_debt(order, by=given.employee("director"))


def test_the_reprint_carries_the_signature_and_the_day():
    olga = given.employee("manager")
    order = given.ready_order(by=olga, paid=1768)

    actions.hand_over(order, by=olga, signature=signed(), note="Скол на ребре")

    revisions = Document.objects.of(order).filter(kind="work_order").order_by("revision")
    before, after = [revision.content for revision in revisions]
    assert "handed_over" not in before
    assert after["handed_over"]["signature"].startswith("data:image/png;base64,")
    assert after["handed_over"]["note"] == "Скол на ребре"
    assert documents.pdf_of(revisions.last()).startswith(b"%PDF")
    assert Attachment.objects.of(order).get().purpose == "signature"


def test_a_delay_keeps_the_order_out_of_the_archive():
    firm = given.firm()
    firm.archive_after_days = 3
    firm.save()

    assert given.handed_over_order().status == Status.HANDED_OVER


def test_a_second_press_changes_nothing():
    olga, token = given.employee("manager"), uuid4()
    order = given.ready_order(by=olga)
    press = {"amount": order.debt, "method": "cash", "token": token}

    actions.hand_over(order, by=olga, **press)
    actions.hand_over(order, by=olga, **press)

    assert order.payments.count() == 1
    assert order.steps.filter(step=Step.HAND_OVER).count() == 1


def test_somebody_else_learns_who_has_handed_it_over():
    olga = given.employee("manager", last_name="Ольшанская", first_name="Ольга")
    order = given.handed_over_order(by=olga)

    with pytest.raises(Refused, match="Ольшанская О"):
        actions.hand_over(order, by=given.employee("manager"))


def test_an_order_that_is_not_in_the_office_is_not_handed_over():
    olga = given.employee("manager")
    order = given.checked_order(by=olga)

    with pytest.raises(Refused):
        actions.hand_over(order, by=olga, amount=order.debt)

    assert not Payment.objects.exists()


def test_the_call_that_was_owed_is_not_needed_any_more():
    order = given.ready_order(paid=1768)
    call = Interaction.objects.owed().about(order).get()
    assert (call.reason, call.responsible) == ("order_ready", order.manager)

    actions.hand_over(order, by=order.manager)

    assert not Interaction.objects.owed().exists()


def test_the_page_hands_over_with_a_signature_drawn_on_the_screen(login):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)
    drawn = "data:image/png;base64," + base64.b64encode(signature.png(2)).decode()
    typed = {"amount": "1 768,00", "method": "card", "signature": drawn, "on_paper": ""}

    answer = login(olga).post(reverse("orders:hand_over", args=[order.pk]), filled(order, **typed))

    assert answer.status_code == 302
    order.refresh_from_db()
    assert (order.status, order.debt) == (Status.ARCHIVED, 0)
    assert Attachment.objects.of(order).exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"on_paper": ""},
        {"on_paper": "", "signature": "data:image/png;base64,???"},
        {"on_paper": "", "signature": "data:text/html;base64,PGI+"},
        {"defects": "noted", "note": ""},
        {"defects": ""},
        {"amount": "много"},
    ],
    ids=["unsigned", "torn", "foreign", "remark without words", "not asked", "not a sum"],
)
def test_what_is_lacking_is_said_at_the_field(login, typed):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)

    answer = login(olga).post(reverse("orders:hand_over", args=[order.pk]), filled(order, **typed))

    assert answer.status_code == 422
    order.refresh_from_db()
    assert order.status == Status.READY


def test_a_director_allows_the_debt_on_the_page_itself(login):
    order = given.ready_order()
    director = given.employee("director")

    answer = login(director).post(
        reverse("orders:hand_over", args=[order.pk]), filled(order, amount="", with_debt="on")
    )

    assert answer.status_code == 302
    order.refresh_from_db()
    assert (order.status, order.debt_allowed_by) == (Status.ARCHIVED, director)


def test_a_debt_that_is_paid_at_once_needs_no_permission(login):
    order = given.ready_order()
    director = given.employee("director")
    typed = {"amount": "1768", "method": "cash", "with_debt": "on"}

    login(director).post(reverse("orders:hand_over", args=[order.pk]), filled(order, **typed))

    order.refresh_from_db()
    assert (order.status, order.debt_allowed_by) == (Status.ARCHIVED, None)


def test_the_page_is_for_orders_in_the_office(login):
    olga = given.employee("manager")
    order = given.order(by=olga)

    answer = login(olga).get(reverse("orders:hand_over", args=[order.pk]))

    assert answer["Location"] == order.get_absolute_url()


def test_a_refusal_leaves_what_was_typed(login, htmx):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)
    address = reverse("orders:hand_over", args=[order.pk])

    answer = login(olga).post(address, filled(order, amount="100", method="cash"), headers=htmx)

    assert (answer.status_code, answer["HX-Retarget"]) == (409, "#refusal")


def test_who_may_not_and_who_may_not_even_see(login):
    order = given.ready_order()
    address = reverse("orders:hand_over", args=[order.pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(given.employee("accountant")).get(address).status_code == 403
    assert login(given.employee("accountant")).post(address, filled(order)).status_code == 403
    assert login(elsewhere).get(address).status_code == 404
