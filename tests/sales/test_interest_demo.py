"""The demo firm's interests go through the verbs and stand in every state."""

import pytest

from core import clock
from crm.demo import people
from crm.demo.interests import Interests
from sales.interests.lifecycle import InterestStatus
from sales.models import Interest
from tests import given

pytestmark = pytest.mark.django_db


def test_there_is_an_interest_in_every_state_and_one_is_overdue():
    people.load()
    given.process()
    given.loss_reason()
    given.loss_reason("Не делаем", is_unmet=True)
    now = clock.now()

    Interests(now).fill()

    assert set(Interest.objects.values_list("status", flat=True)) == set(InterestStatus.values)
    assert Interest.objects.overdue().exists()
    assert Interest.objects.unmet().exists()
    assert not Interest.objects.filter(received_at__gt=now).exists()
