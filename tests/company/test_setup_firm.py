"""A new installation: one login whose password is said once, and everything a firm needs."""

import pytest
from django.core.management import call_command

from company.models import Employee, Firm, Role
from crm.access import ROLES, SHARED
from tests import given

pytestmark = pytest.mark.django_db


def set_up(capsys):
    call_command("setup_firm")
    return capsys.readouterr().out.split()


def test_the_first_login_is_told_once_and_works(capsys, client):
    login, password = set_up(capsys)

    assert client.post("/login/", {"username": login, "password": password}).status_code == 302
    assert set_up(capsys) == []


def test_what_the_firm_has_changed_is_not_written_over(capsys):
    set_up(capsys)
    Role.objects.filter(code="manager").update(rights=[], name="Приёмщик")
    Firm.objects.update(name="Стекло и свет")

    set_up(capsys)

    assert (given.role("manager").rights, given.role("manager").name) == ([], "Приёмщик")
    assert Firm.get().name == "Стекло и свет"


def test_every_role_is_there_and_the_robot_cannot_log_in(capsys, client):
    set_up(capsys)

    assert set(Role.objects.values_list("code", flat=True)) == {*ROLES, *SHARED}
    robot = Employee.objects.get(username="robot")
    assert not robot.has_usable_password()
    assert client.post("/login/", {"username": "robot", "password": "!"}).status_code == 200


def test_a_right_that_is_new_in_the_code_is_given_once():
    manager = Role.objects.get(code="manager")
    new, taken_away = "orders.hold_workorder", "orders.cancel_workorder"
    manager.rights = [right for right in manager.rights if right not in {new, taken_away}]
    manager.offered_rights = [right for right in manager.offered_rights if right != new]
    manager.save()

    call_command("setup_firm")

    manager.refresh_from_db()
    assert new in manager.rights
    assert taken_away not in manager.rights

    manager.rights.remove(new)
    manager.save()
    call_command("setup_firm")

    manager.refresh_from_db()
    assert new not in manager.rights
