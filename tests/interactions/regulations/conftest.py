"""It is a Wednesday."""

import pytest

from core import clock
from tests.interactions.regulations.days import WEDNESDAY, moment


@pytest.fixture(autouse=True)
def wednesday():
    with clock.at(moment(WEDNESDAY)) as now:
        yield now
