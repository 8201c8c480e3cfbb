import pytest

from tests import given


@pytest.fixture
def driver():
    return given.employee("driver")


@pytest.fixture
def sokol():
    return given.office("Офис на Соколе")
