"""Acts of visits from before the firm printed them: made afterwards, and true of their day."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import clock
from core.models import Document
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(olga):
    """Fetched in two visits with a day between; paid at each for what left."""
    found = given.ready_order(given.mirror(), given.mirror(500, 500), by=olga)
    first, second = found.positions.order_by("ordinal")
    actions.hand_over(found, by=olga, positions=[first.pk], amount=first.total)
    with clock.at(clock.now() + timedelta(days=1)):
        actions.hand_over(found, by=olga, positions=[second.pk], amount=second.total)
    acts_of(found).delete()
    found.refresh_from_db()
    return found


def acts_of(order):
    return Document.objects.of_any(order.hand_overs.model, order.hand_overs.values("pk"))


def test_each_says_what_was_so_on_its_day(order, olga):
    first, second = order.positions.order_by("ordinal")

    early, late = actions.make_acts(order, by=olga)

    assert [each.number for each in (early, late)] == [f"{order.number}-1", f"{order.number}-2"]
    assert [left["ordinal"] for left in early.content["left"]] == [second.ordinal]
    assert (Decimal(early.content["paid"]), early.content["is_paid"]) == (first.total, False)
    assert (late.content["left"], late.content["is_paid"]) == ([], True)


def test_what_has_its_act_is_left_alone(order, olga):
    made = actions.make_acts(order, by=olga)

    assert actions.make_acts(order, by=olga) == []
    assert set(acts_of(order)) == set(made)


def test_the_order_page_offers_it_where_acts_are_lacking(login, order, olga):
    browser, address = login(olga), reverse("orders:make_acts", args=[order.pk])
    assert address in browser.get(order.get_absolute_url()).content.decode()

    browser.post(address)

    assert acts_of(order).count() == 2
    assert address not in browser.get(order.get_absolute_url()).content.decode()


def test_who_may(login, order):
    address = reverse("orders:make_acts", args=[order.pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(elsewhere).post(address).status_code == 404
    assert login(given.employee("quality")).post(address).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.make_acts(order, by=given.employee("quality"))
