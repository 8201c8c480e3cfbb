"""What is attached to a position stays with it, or with its order, when positions are rewritten."""

import pytest

from orders import actions
from orders.sketches.contents import all_files
from tests import given
from tests.orders.sketching import attach, saved_anew

pytestmark = pytest.mark.django_db


@pytest.fixture
def calculation():
    found = given.calculation(given.mirror(600), given.mirror(900))
    attach(found, 1)
    return found


def places(calculation):
    return {file.name: getattr(file, "ordinal", None) for file in all_files(calculation)}


def test_files_stay_with_their_line_when_a_calculation_is_saved_anew(calculation):
    attach(calculation, 2, "второй.png")

    calculation = saved_anew(calculation, given.mirror(650), given.mirror(900))
    assert places(calculation) == {"эскиз.png": 1, "второй.png": 2}

    calculation = saved_anew(calculation, given.mirror(900), given.mirror(650))
    assert places(calculation) == {"эскиз.png": 2, "второй.png": 1}


def test_files_of_a_line_that_is_gone_stay_with_the_order(calculation):
    attach(calculation, 2, "второй.png")

    calculation = saved_anew(calculation, given.mirror(900))

    assert places(calculation) == {"эскиз.png": None, "второй.png": 1}


def test_files_of_a_position_that_an_amendment_takes_out_stay_with_the_order():
    order = given.order(given.mirror(600), given.mirror(900))
    attach(order, 1)
    first = order.positions.get(ordinal=1)
    amendment = given.amendment(order, by=order.manager, without=[first])

    actions.confirm_amendment(amendment, by=order.manager, how="phone")

    assert places(order) == {"эскиз.png": None}
