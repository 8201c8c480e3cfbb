import pytest

from tests import given


@pytest.fixture
def director():
    return given.employee("commercial", last_name="Ветров", first_name="Павел")


@pytest.fixture
def olga():
    return given.employee("manager", last_name="Ольшанская", first_name="Ольга")


@pytest.fixture
def vera():
    return given.employee("manager", last_name="Верещагина", first_name="Вера")


@pytest.fixture
def bells():
    """What somebody has heard, the oldest first."""
    return lambda person: [line.text for line in person.notifications.order_by("pk")]
