"""It is a Wednesday, and Olga is at work."""

import pytest

from core import clock
from tests import given
from tests.interactions.regulations.days import WEDNESDAY, moment


@pytest.fixture(autouse=True)
def wednesday():
    with clock.at(moment(WEDNESDAY)) as now:
        yield now


@pytest.fixture
def olga():
    return given.employee()
