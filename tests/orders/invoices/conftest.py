"""Whoever asks clients for money."""

import pytest

from tests import given


@pytest.fixture
def olga():
    return given.employee()
