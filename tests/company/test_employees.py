"""Employees come, change and leave on the administrator's pages."""

import re

import pytest
from django.urls import reverse

from company import actions
from company.models import Employee
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


def typed(employee=None, **changes):
    """The employee form as a browser sends it."""
    fields = {
        "last_name": "Гусева",
        "first_name": "Анна",
        "patronymic": "",
        "username": "guseva",
        "role": given.role("manager").pk,
        "post": "менеджер",
        "office": given.office().pk,
        "department": "",
        "phone": "",
        "email": "",
    }
    if employee:
        fields |= {
            "last_name": employee.last_name,
            "username": employee.username,
            "role": employee.role_id,
        }
    return fields | changes


def test_a_new_employee_logs_in_with_the_password_shown_once(login, client):
    answer = login(given.employee("admin")).post(reverse("company:add_employee"), typed())

    password = answer.context["password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.login(request=answer.wsgi_request, username="guseva", password=password)


def test_a_login_is_given_only_once_whatever_its_case(login):
    given.employee("worker", "guseva")

    answer = login(given.employee("admin")).post(
        reverse("company:add_employee"), typed(username="Guseva")
    )

    assert answer.status_code == 422
    assert "username" in answer.context["form"].errors


def test_whoever_leaves_is_out_at_once_and_the_old_password_is_dead(login):
    olga = given.employee("manager")
    page = login(olga)

    actions.let_go(olga, by=given.employee("admin"))

    assert page.get(reverse("company:profile")).status_code == 302
    assert not Employee.objects.get(pk=olga.pk).check_password(given.PASSWORD)


def test_an_old_login_does_not_come_back_with_the_employee(login):
    olga, admin = given.employee("manager"), given.employee("admin")
    page = login(olga)
    actions.let_go(olga, by=admin)

    password = actions.take_back(olga, by=admin)

    assert page.get(reverse("company:profile")).status_code == 302
    assert olga.check_password(password)


def test_a_reset_password_ends_the_logins_under_the_old_one(login):
    olga = given.employee("manager")
    page = login(olga)

    login(given.employee("admin")).post(reverse("company:reset_password", args=[olga.pk]))

    assert page.get(reverse("company:profile")).status_code == 302


def test_the_last_administrator_cannot_be_switched_off():
    only, deputy = (
        given.employee("admin"),
        given.employee("deputy", may=["company.change_employee"]),
    )
    deputy.role.rights = [*deputy.role.rights, *only.role.rights]
    deputy.role.rights.remove("company.change_role")

    with pytest.raises(Refused):
        actions.let_go(only, by=deputy)

    only.refresh_from_db()
    assert only.is_active


def test_one_of_two_administrators_can_leave():
    admin, leaving = given.employee("admin"), given.employee("admin")

    actions.let_go(leaving, by=admin)

    leaving.refresh_from_db()
    assert not leaving.is_active


def test_nobody_switches_themselves_off():
    admin, _other = given.employee("admin"), given.employee("admin")

    with pytest.raises(Refused):
        actions.let_go(admin, by=admin)


def test_nobody_changes_their_own_role(login):
    personnel = given.employee(
        "personnel", may=["company.view_employee", "company.change_employee"]
    )

    answer = login(personnel).post(
        personnel.get_absolute_url(), typed(personnel, role=given.role("admin").pk)
    )

    personnel.refresh_from_db()
    assert answer.status_code == 409
    assert personnel.role.code != "admin"


def test_nobody_gives_a_role_above_their_own_rights(login):
    personnel = given.employee(
        "personnel", may=["company.view_employee", "company.change_employee"]
    )

    answer = login(personnel).post(
        reverse("company:add_employee"), typed(role=given.role("admin").pk)
    )

    assert answer.status_code == 409
    assert not Employee.objects.filter(username="guseva").exists()


def test_nobody_takes_over_somebody_with_more_rights():
    personnel = given.employee("personnel", may=["company.change_employee"])

    with pytest.raises(Refused):
        actions.reset_password(given.employee("admin"), by=personnel)


def test_a_forged_profile_changes_names_only(login):
    olga = given.employee("manager")
    forged = {
        "last_name": "Ольшанская",
        "role": given.role("admin").pk,
        "is_active": "",
        "username": "admin",
        "office": given.office("Офис на Соколе").pk,
    }

    login(olga).post(reverse("company:profile"), forged)

    olga.refresh_from_db()
    assert olga.last_name == "Ольшанская"
    assert (olga.role.code, olga.is_active, olga.office.name) == (
        "manager",
        True,
        "Офис на Таганке",
    )


def test_whoever_may_only_see_employees_changes_none(login):
    looker, olga = given.employee("looker", may=["company.view_employee"]), given.employee()
    page = login(looker)

    assert page.get(olga.get_absolute_url()).status_code == 200
    assert page.post(olga.get_absolute_url(), typed(olga, last_name="Другая")).status_code == 403

    olga.refresh_from_db()
    assert olga.last_name != "Другая"


def test_the_robot_is_nobody_to_manage(login):
    robot = Employee.objects.get(username="robot")
    admin = login(given.employee("admin"))

    assert admin.get(reverse("company:employee", args=[robot.pk])).status_code == 404
    assert "Наряд</strong>" not in admin.get(reverse("company:employees")).content.decode()


def test_the_list_finds_by_name_and_shows_who_left(login):
    admin, left = given.employee("admin"), given.employee(last_name="Ушедшая")
    actions.let_go(left, by=admin)
    page, url = login(admin), reverse("company:employees")

    assert "Ушедшая" in page.get(url, {"named": "ушед"}).content.decode()
    assert "Ушедшая" in page.get(url, {"chip": "left"}).content.decode()
    assert "Ушедшая" not in page.get(url, {"chip": "working"}).content.decode()


def test_generated_passwords_differ_and_can_be_read_aloud():
    admin = given.employee("admin")
    passwords = {actions.reset_password(given.employee(), by=admin) for _ in range(5)}

    assert len(passwords) == 5
    assert all(re.fullmatch(r"([a-z2-9]{4}-){2}[a-z2-9]{4}", each) for each in passwords)
