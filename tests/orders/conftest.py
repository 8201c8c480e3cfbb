import pytest

from tests import given
from tests.orders.screen import typed


@pytest.fixture
def olga(login):
    given.price_list()
    given.ad_source("Сайт")
    person = given.employee("manager")
    person.browser = login(person)
    return person


@pytest.fixture
def stranger():
    """A stranger's order as typed; the source is the firm's first."""
    return lambda *lines, **fields: typed(*lines, **{"ad_source": given.ad_source().pk, **fields})
