import pytest

from tests import given
from tests.orders.screen import typed


@pytest.fixture
def olga(olga, login):
    """At her desk: with prices, and the browser in which she has logged in."""
    given.price_list()
    given.ad_source("Сайт")
    olga.browser = login(olga)
    return olga


@pytest.fixture
def stranger():
    """A stranger's order as typed; the source is the firm's first."""
    return lambda *lines, **fields: typed(*lines, **{"ad_source": given.ad_source().pk, **fields})
