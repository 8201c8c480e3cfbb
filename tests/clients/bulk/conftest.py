"""A chief and the clients of the chief."""

import pytest

from tests import given


@pytest.fixture
def chief():
    return given.employee("commercial", last_name="Комаров")


@pytest.fixture
def base(chief):
    return [given.client(f"Клиент {number}", by=chief) for number in range(4)]
