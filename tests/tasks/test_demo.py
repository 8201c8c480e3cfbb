"""The demo firm's tasks go through the verbs and stand in every state."""

import pytest

from core import clock
from crm.demo import people
from crm.demo.tasks import Tasks
from tasks.lifecycle import Status
from tasks.models import RecurringTask, Task
from tests import given

pytestmark = pytest.mark.django_db


def test_there_is_a_task_in_every_state_and_some_are_late():
    people.load()
    given.order(by=people.login("manager"))
    now = clock.now()

    Tasks(now).fill()

    assert set(Task.objects.values_list("status", flat=True)) == set(Status.values)
    assert Task.objects.late().exists()
    assert Task.objects.filter(returned_count=1).exists()
    assert Task.objects.filter(series__isnull=False).count() == 2
    assert not Task.objects.filter(created_at__gt=now).exists()
    assert RecurringTask.objects.get().runs.exists()
