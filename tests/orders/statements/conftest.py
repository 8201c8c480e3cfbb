"""The accountant, and a client whose money comes by the bank."""

import pytest

from tests import given


@pytest.fixture
def vera():
    """The accountant; the firm's account is known."""
    given.bank_account()
    return given.employee("accountant")


@pytest.fixture
def romashka(vera):
    return given.organisation()


@pytest.fixture
def invoice(romashka):
    olga = given.employee()
    return given.invoice(given.order(by=olga, of=romashka), by=olga)


@pytest.fixture
def two(romashka):
    """Two open invoices of one client and of one sum: the worker does not choose."""
    olga = given.employee()
    return [given.invoice(given.order(by=olga, of=romashka), by=olga) for _place in range(2)]
