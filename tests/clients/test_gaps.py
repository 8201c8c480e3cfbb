"""What is missing is filled in row by row, by the same verbs as the card's own form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients import history
from clients.models import Client
from company.models import OwnField
from core import registry
from tests import given
from tests.clients.test_regulation import FIRMS, regulate

pytestmark = pytest.mark.django_db
BOTH = ("manager", "director")


def fill(browser, client, htmx, *, version=None, **typed):
    client = Client.objects.get(pk=client.pk)
    prefix = f"client-{client.pk}"
    said = {f"{prefix}-{code}": value for code, value in typed.items()}
    said[f"{prefix}-version"] = version or client.version
    return browser.post(reverse("clients:fill_gaps", args=[client.pk]), said, headers=htmx)


def test_only_cards_with_gaps_and_only_what_is_missing_is_asked(login):
    olga, maria = given.employee(), given.client("Мария", email="maria@example.ru")
    given.client("Вера", "+7 916 000-00-00", email="v@example.ru", address="Тверская, 1")
    regulate(email="first_contact", address="first_contact")

    page = login(olga).get(reverse("clients:gaps")).content.decode()

    assert "Мария" in page
    assert "Вера" not in page
    assert f'name="client-{maria.pk}-address"' in page
    assert f'name="client-{maria.pk}-email"' not in page


def test_a_row_is_kept_and_told_in_the_history(login, htmx):
    olga, maria = given.employee(), given.client("Мария")
    source = given.ad_source("Радио")
    field = OwnField.objects.create(label="Этаж", kind=OwnField.Kind.NUMBER)
    own = f"own.{field.code}"
    regulate(email="first_contact", ad_source="first_contact", **{own: "first_contact"})

    answer = fill(
        login(olga), maria, htmx, email="maria@example.ru", ad_source="Радио", **{own: "3"}
    )

    assert answer.status_code == 200
    maria.refresh_from_db()
    assert (maria.email, maria.ad_source, maria.own) == (
        "maria@example.ru",
        source,
        {field.code: 3},
    )
    told = history.changes_of(maria, olga).changes
    assert olga in {change.who for change in told}


def test_phones_and_requisites_are_filled_in_too(login, htmx):
    olga, firm = given.employee(), given.client("ООО «Свет»", "", kind="organisation")
    regulate(FIRMS, phone="first_contact", inn="first_contact")

    assert (
        fill(login(olga), firm, htmx, phone="8 916 123-45-67", inn="7707083893").status_code == 200
    )

    assert [each.e164 for each in firm.phones.all()] == ["+79161234567"]
    assert firm.requisites.inn == "7707083893"


def test_a_wrong_value_is_refused_at_its_field_and_nothing_is_kept(login, htmx):
    olga, firm = given.employee(), given.client("ООО «Свет»", kind="organisation")
    regulate(FIRMS, email="first_contact", inn="first_contact")

    answer = fill(login(olga), firm, htmx, email="info@example.ru", inn="7707083894")

    assert answer.status_code == 422
    firm.refresh_from_db()
    assert firm.email == ""


def test_what_somebody_saved_meanwhile_is_not_written_over(login, htmx):
    olga, maria = given.employee(), given.client()
    regulate(email="first_contact")
    Client.objects.filter(pk=maria.pk).update(version=7)

    answer = fill(login(olga), maria, htmx, version=1, email="maria@example.ru")

    assert answer.status_code == 409


def test_twenty_rows_cost_what_one_costs(login):
    olga = given.employee()
    browser, url = login(olga), reverse("clients:gaps")
    regulate(email="first_contact", ad_source="first_contact")

    def queries():
        browser.get(url)
        with CaptureQueriesContext(connection) as seen:
            page = browser.get(url)
        return len(seen), page.content.decode().count("gap-who")

    given.client("Первая", "+7 916 000-00-99")
    one, rows = queries()
    assert rows == 1
    for number in range(19):
        given.client(f"Клиент {number}", f"+7 916 000-00-{number:02}")
    twenty, rows = queries()
    assert (rows, twenty) == (20, one)


def test_the_report_counts_what_the_list_shows(login):
    olga, vera = given.employee(), given.employee()
    for place, of in enumerate((olga, olga, vera)):
        given.client(f"Клиент {place}", f"+7 916 000-00-0{place}", by=of)
    Client.objects.filter(name="Клиент 0").update(email="a@example.ru")
    regulate(email="first_contact", address="order")

    by_manager = registry.reports["completeness"](olga, {})
    rows = {row["key"]["responsible"]: row for row in by_manager.table}
    assert (rows[olga.pk]["gaps"], rows[olga.pk]["share"]) == (1, 50)
    by_field = {
        row["name"]: row for row in registry.reports["completeness_by_field"](olga, {}).table
    }
    assert (by_field["Эл. почта"]["clients"], by_field["Эл. почта"]["gaps"]) == (3, 2)
    assert by_field["Адрес"]["clients"] == 0
    page = login(olga).get(reverse("clients:gaps"), {"responsible": vera.pk}).content.decode()
    assert "Клиент 2" in page
    assert "Клиент 1" not in page


def test_who_may_not_change_clients_fills_in_nothing(login):
    accountant = login(given.employee("accountant"))

    assert accountant.get(reverse("clients:gaps")).status_code == 403


def test_where_nothing_is_asked_for_the_page_says_so_and_leads_to_the_regulation(login):
    given.client()
    url, regulation = reverse("clients:gaps"), f'href="{reverse("clients:regulation")}"'

    asked = {role: login(given.employee(role)).get(url).content.decode() for role in BOTH}

    assert all("Пока ничего не требуется" in page for page in asked.values())
    assert asked["director"].count(regulation) == asked["manager"].count(regulation) + 2
