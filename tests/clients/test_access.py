"""Whose clients a person sees, and what of them."""

import pytest
from django.db.models import Q
from django.urls import reverse

from clients.actions import announced, likely_duplicates
from clients.models import Client
from company.models import Role
from core import registry
from tests import given

pytestmark = pytest.mark.django_db
Scope = Role.Scope
SEE = ("clients.view_client", "interactions.view_interaction", "orders.view_workorder")


def colleague(scope, **fields):
    """Somebody who sees clients within a scope."""
    return given.employee(role=given.role(rights=SEE, scope=scope), **fields)


def names(user):
    return set(Client.objects.visible_to(user).values_list("name", flat=True))


@pytest.fixture
def base():
    """A client of one's own, of a colleague in the office, in the department, and of a stranger."""
    shop, hall = given.office("Офис у метро"), given.office("Салон")
    desk, sales = given.department("Приём"), given.department("Продажи")
    olga = given.employee(office=shop, department=desk)
    ivan = given.employee(office=shop, department=sales)
    anna = given.employee(office=hall, department=desk)
    pavel = given.employee(office=hall, department=sales)
    for person, name in ((olga, "Своя"), (ivan, "Офиса"), (anna, "Отдела"), (pavel, "Чужая")):
        given.client(name, phone="", by=person)
    return {"office": shop, "department": desk, "olga": olga, "stranger": pavel}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.ALL, {"Своя", "Офиса", "Отдела", "Чужая"}),
        (Scope.OFFICE, {"Своя", "Офиса"}),
        (Scope.DEPARTMENT, {"Своя", "Отдела"}),
        (Scope.OWN, {"Своя"}),
    ],
)
def test_a_role_sees_the_clients_within_its_scope(base, scope, expected):
    olga = base["olga"]
    olga.role = given.role(rights=SEE, scope=scope)
    assert names(olga) == expected


def test_without_a_department_one_sees_own_clients_only(base):
    zoe = colleague(Scope.DEPARTMENT, office=base["office"], department=None)
    assert names(zoe) == set()


def test_the_page_of_anothers_client_is_not_found(base, login):
    olga, browser = base["olga"], login(base["olga"])
    own, foreign = Client.objects.get(name="Своя"), Client.objects.get(name="Чужая")

    assert browser.get(own.get_absolute_url()).status_code == 200
    for page in ("card", "edit", "plan", "requisites", "add_person"):
        assert browser.get(reverse(f"clients:{page}", args=[foreign.pk])).status_code == 404
    assert "Чужая" not in browser.get(reverse("clients:index")).content.decode()
    assert "Чужая" not in browser.get(reverse("clients:find"), {"q": "чуж"}).content.decode()
    assert olga.role.scope == Scope.OFFICE


def test_whose_order_the_office_makes_is_its_client_too(base):
    foreign = Client.objects.get(name="Чужая")
    given.order(by=base["olga"], of=foreign)
    assert "Чужая" in names(base["olga"])


def test_who_is_asked_to_deal_with_a_client_sees_it(base):
    foreign, olga = Client.objects.get(name="Чужая"), base["olga"]
    director = given.employee("director")
    given.task(by=director, of=olga, about=foreign)
    assert "Чужая" in names(olga)


def test_whom_one_is_to_call_one_sees(base):
    foreign, olga = Client.objects.get(name="Чужая"), base["olga"]
    given.planned_call(foreign, by=olga)
    assert "Чужая" in names(olga)


def test_anothers_client_is_announced_without_data(base, login):
    foreign = given.client("Скрытный Пётр", "+7 916 555-44-33", by=base["stranger"])
    found = announced(likely_duplicates("", "+7 916 555-44-33"), base["olga"])
    assert [(each.pk, each.is_seen) for each in found] == [(foreign.pk, False)]

    typed = {"name": "Пётр", "phone": "8 916 555 44 33", "kind": "person"}
    answer = login(base["olga"]).post(reverse("clients:add"), typed).content.decode()
    early = login(base["olga"]).get(reverse("orders:likely_duplicates"), typed).content.decode()
    for page in (answer, early):
        assert base["stranger"].last_name in page
        assert "Скрытный" not in page
        assert "555-44-33" not in page


def test_interactions_orders_and_reports_follow_the_scope(base):
    anna = given.employee(office=given.office("Салон"), department=base["department"])
    given.planned_call(given.client("Звонок", by=anna), by=anna)
    given.order(by=anna, of=given.client("Заказ", by=anna))
    olga = base["olga"]
    for scope, seen in ((Scope.OFFICE, 0), (Scope.DEPARTMENT, 1), (Scope.OWN, 0), (Scope.ALL, 1)):
        olga.role = given.role(rights=SEE, scope=scope)
        for page in ("interactions", "orders"):
            assert registry.lists[page](olga, {}).rows().count() == seen, (scope, page)


def test_every_scope_is_one_query(base, django_assert_num_queries):
    for scope in Scope:
        base["olga"].role = given.role(rights=SEE, scope=scope)
        with django_assert_num_queries(1):
            list(Client.objects.visible_to(base["olga"]).filter(Q(name__gt="")))
