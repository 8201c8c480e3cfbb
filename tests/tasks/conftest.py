import pytest

from tests import given


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронова", first_name="Елена")


@pytest.fixture
def shop():
    return given.department("Производственный цех")


@pytest.fixture
def ilya(shop):
    return given.employee("worker", last_name="Чернов", first_name="Илья", department=shop)


@pytest.fixture
def bells():
    """What somebody has heard, the oldest first."""
    return lambda person: [line.text for line in person.notifications.order_by("pk")]
