"""How one enters the demo company: a button for each role, and PINs on the tablet."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from company import pins
from company.models import Employee
from core import clock
from core.models import Installation
from crm.demo import PASSWORD, people
from production import tablet
from tests import given

pytestmark = pytest.mark.django_db
LOGIN = reverse("login")


@pytest.fixture
def demo():
    call_command("setup_firm", demo_people=True)
    Installation.mark_demo(clock.now())


def enter(client):
    return client.post(LOGIN, {"username": "tablet", "password": PASSWORD})


def printed(capsys):
    call_command("demo_logins")
    return capsys.readouterr().out


def test_the_tablet_has_a_login_that_does_nothing_of_itself(demo, client):
    assert enter(client).status_code == 302

    shared = Employee.objects.get(username="tablet")
    assert tablet.is_shared(shared)
    assert set(shared.role.rights) == {"company.use_tablet", "orders.view_shop_position"}
    assert client.get(reverse("production:queue")).status_code == 200


def test_a_worker_of_the_demo_takes_a_step_by_pin(demo, client):
    enter(client)
    worker = Employee.objects.get(username="worker")
    manager = Employee.objects.get(username="manager")
    piece = given.order(by=manager, of=given.client(by=manager)).positions.get()

    typed = {"worker": worker.pk, "pin": people.PINS["worker"]}
    client.post(reverse("production:start", args=[piece.pk]), typed)

    assert piece.steps.get().by == worker


def test_pins_stand_with_the_logins_while_demo_data_is_there_and_never_otherwise(
    demo, client, capsys
):
    said, page = printed(capsys), client.get(LOGIN).content.decode()
    for pin in people.PINS.values():
        assert pin in said
        assert pin in page
        assert pins.why_weak(pin) is None

    Installation.mark_demo(None)

    page = client.get(LOGIN).content.decode()
    assert printed(capsys) == ""
    assert [pin for pin in people.PINS.values() if pin in page] == []
