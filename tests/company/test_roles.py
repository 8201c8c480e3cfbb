"""What a role may do is edited on a page, within the catalogue of rights."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation

from company import actions, rights
from company.models import Role
from core import registry
from core.errors import Refused
from crm.access import ROLES, TASKS
from tests import given

HOME = Path(__file__).resolve().parent.parent.parent
OURS = [
    *("core", "company", "clients", "tasks", "interactions"),
    *("catalog", "orders", "production", "sales"),
]
pytestmark = pytest.mark.django_db


def typed(role, **changes):
    fields = {
        "name": role.name,
        "scope": role.scope,
        "discount_limit": "5",
        "home": "core:jobs",
        "rights": role.rights,
    }
    return fields | changes


@pytest.fixture
def first_page(monkeypatch):
    page = registry.NavItem("desk", "Работы", "core:jobs", "progress")
    monkeypatch.setattr(registry, "nav", [page])


def test_every_default_right_is_declared():
    unknown = {right for row in ROLES.values() for right in row[1]} - rights.known()

    assert unknown == set()


def test_every_declared_right_is_given_to_somebody_by_default():
    """But for the one that makes a login a shared tablet: no role of a person is that."""
    given_by_default = {right for row in ROLES.values() for right in row[1]} | set(TASKS)

    assert rights.known() - given_by_default == {"company.use_tablet"}


def test_every_declared_right_opens_something():
    """It stands in the code of its app or is a step of a life."""
    code = "\n".join(path.read_text() for app in OURS for path in (HOME / app).rglob("*.py"))
    code += "\n".join(path.read_text() for path in (HOME / "templates").rglob("*.html"))
    named = set(re.findall(r"\b[a-z]+\.[a-z]+_[a-z_]+\b", code))
    steps = {life_right for life in lives() for life_right in life}

    assert rights.known() - named - steps == set()


def lives():
    from orders.work_orders.lifecycle import ORDER_LIFE, POSITION_LIFE

    return [[life.right(step) for step in life.steps] for life in (ORDER_LIFE, POSITION_LIFE)]


def test_every_right_asked_in_code_is_declared():
    question = re.compile(r"""(?:has_perm\(|permission_required\(\s*|right ?= ?)"([a-z]+\.\w+)\"""")
    sources = [path.read_text() for app in OURS for path in (HOME / app).rglob("*.py")]
    asked = {right for source in sources for right in question.findall(source)}

    assert asked - rights.known() == set()


def test_rights_are_named_in_russian():
    with translation.override("ru"):
        labels = [right.label for group in rights.catalogue() for right in group.rights]
        labels += [group.label for group in rights.catalogue()]

    assert [label for label in labels if not re.search("[а-яё]", label, re.I)] == []


def test_the_administrator_takes_a_right_away(login, first_page):
    manager = given.role("manager")
    kept = [right for right in manager.rights if right != "orders.cancel_workorder"]

    login(given.employee("admin")).post(
        reverse("company:role", args=[manager.pk]), typed(manager, rights=kept)
    )

    assert not given.employee("manager").has_perm("orders.cancel_workorder")


def test_a_forged_right_is_not_given(login, first_page):
    manager = given.role("manager")
    forged = typed(manager, rights=[*manager.rights, "company.become_god"])

    answer = login(given.employee("admin")).post(reverse("company:role", args=[manager.pk]), forged)

    assert answer.status_code == 422
    assert "company.become_god" not in Role.objects.get(code="manager").rights


def test_roles_are_closed_to_whoever_may_not_change_them(login):
    manager = login(given.employee("manager"))
    url = reverse("company:role", args=[given.role("manager").pk])

    assert manager.get(reverse("company:roles")).status_code == 403
    assert manager.post(url, typed(given.role("manager"))).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.change_role(given.role("manager"), by=given.employee("manager"))


def test_the_rights_to_administer_are_not_taken_from_the_last_role_that_has_them():
    admin = given.employee("admin")
    admin.role.rights = ["orders.view_workorder"]

    with pytest.raises(Refused):
        actions.change_role(admin.role, by=given.employee("keys", may=["company.change_role"]))


def test_a_role_goes_back_to_its_defaults():
    manager = given.role("manager")
    actions.change_role(_emptied(manager), by=given.employee("admin"))

    actions.reset_role(manager, by=given.employee("admin"))

    manager.refresh_from_db()
    assert set(manager.rights) == {*ROLES["manager"][1], *TASKS}


def _emptied(role):
    role.rights = []
    return role


def test_a_new_role_has_what_was_ticked(login, first_page):
    new = typed(Role(name="Стажёр", scope="own"), rights=["clients.view_client"])

    login(given.employee("admin")).post(reverse("company:add_role"), new)

    trainee = Role.objects.get(name="Стажёр")
    assert (trainee.rights, trainee.scope) == (["clients.view_client"], "own")


def test_a_role_does_not_begin_with_a_page_it_may_not_see(login, monkeypatch):
    page = registry.NavItem("settings", "Роли", "company:roles", "users", "company.change_role")
    monkeypatch.setattr(registry, "nav", [page])

    answer = login(given.employee("admin")).post(
        reverse("company:add_role"),
        typed(Role(name="Стажёр", scope="own"), home="company:roles", rights=[]),
    )

    assert "home" in answer.context["form"].errors


def test_the_page_of_roles_costs_the_same_for_many(login, django_assert_num_queries):
    admin = login(given.employee("admin"))
    with django_assert_num_queries(3):
        admin.get(reverse("company:roles"))
    for _ in range(5):
        given.role("extra", rights=["clients.view_client"])

    with django_assert_num_queries(3):
        admin.get(reverse("company:roles"))
