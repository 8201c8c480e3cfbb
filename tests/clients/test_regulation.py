"""The entry regulation: what is due when, who is asked, and what keeps an order from acceptance."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients import actions, completeness, regulation
from clients.actions.regulation import Line
from clients.attributes import attributes
from clients.jobs import hold_cards_against_regulation
from clients.models import Client, ClientPhone, EntryRule, RelationRules, Requisites, Tag
from company.models import OwnField
from core import clock, jobs
from core.errors import Refused
from orders.actions import accept
from tests import given

pytestmark = pytest.mark.django_db
PERSONS = ("person", "consumer")
FIRMS = ("organisation", "consumer")


def regulate(audience=PERSONS, /, **lines):
    """`regulate(email=("order", True))`: due from the stage on, compulsory."""
    said = {
        code: Line(*line) if isinstance(line, tuple) else Line(line) for code, line in lines.items()
    }
    job = actions.regulate([audience], said, by=given.employee("admin"))
    jobs.run_job(job.pk)


def of(client):
    summary = Client.objects.select_related("summary").get(pk=client.pk).summary
    return summary.completeness, summary.missing


def test_a_card_is_as_complete_as_what_is_due_is_given():
    maria = given.client(email="", address="Тверская, 1")

    regulate(email="first_contact", address="first_contact", ad_source="order")

    assert of(maria) == (50, ["email"])
    Client.objects.filter(pk=maria.pk).update(email="maria@example.ru")
    assert of(maria) == (100, [])


def test_with_the_first_order_more_is_due():
    maria = given.client(email="maria@example.ru")
    regulate(email="first_contact", ad_source="order")
    assert of(maria) == (100, [])

    given.order(of=maria)

    assert of(maria) == (50, ["ad_source"])


def test_each_kind_of_client_has_its_own():
    maria, firm = given.client(), given.client("ООО «Свет»", "", kind="organisation")

    regulate(FIRMS, inn="first_contact", decision_maker="first_contact")

    assert of(maria) == (100, [])
    assert of(firm) == (0, ["inn", "decision_maker"])
    given.contact_person(firm, part="decides")
    Requisites.objects.create(client=firm, inn="7707083893")
    assert of(firm) == (100, [])


def test_what_the_database_takes_for_given_is_what_the_attribute_says():
    field = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    bare = given.client("Пустая", "", kind="organisation")
    full = given.client(
        "Полная",
        kind="organisation",
        own={field.code: 3},
        ad_source=given.ad_source(),
        region=given.region(),
        **dict.fromkeys(("email", "address", "likes", "avoids", "aim", "strategy", "note"), "есть"),
    )
    full.tags.add(Tag.objects.create(name="Важный"))
    Requisites.objects.create(client=full, **dict.fromkeys(REQUISITES, "1"))
    given.contact_person(full, part="decides")
    full.messengers.create(service="telegram", handle="@full")

    due = {each.code: each for each in regulation.dueable()}
    regulate(FIRMS, **dict.fromkeys(due, "first_contact"))

    for client in (bare, full):
        empty = {
            code for code, each in due.items() if Client.objects.filter(each.empty, pk=client.pk)
        }
        assert set(of(client)[1]) == empty
    assert set(of(bare)[1]) == set(due)
    assert of(full)[1] == ["group"]


REQUISITES = [each.name for each in Requisites._meta.fields if each.name != "client"]


def test_plain_sql_and_bulk_keep_the_figure_right():
    maria, vera = given.client(), given.client("Вера", "+7 916 000-00-00")
    regulate(phone="first_contact", note="first_contact")

    Client.objects.update(note="есть")
    ClientPhone.objects.filter(client=vera).delete()

    assert (of(maria), of(vera)) == ((100, []), (50, ["phone"]))
    assert completeness.refresh() == 0


def test_an_own_field_that_is_out_of_use_is_asked_of_nobody():
    field = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    maria = given.client()
    regulate(**{f"own.{field.code}": "first_contact"})
    assert of(maria) == (0, [f"own.{field.code}"])

    OwnField.objects.update(is_active=False)
    completeness.refresh()

    assert of(maria) == (100, [])


def test_what_is_not_asked_for_any_more_is_not_missing():
    maria = given.client()
    regulate(email="first_contact")

    regulate(address="first_contact")

    assert of(maria)[1] == ["address"]
    assert EntryRule.objects.count() == 1


def test_what_is_compulsory_for_an_order_keeps_it_from_acceptance():
    olga, maria = given.employee(), given.client("Мария")
    regulate(email=("order", True), address=("order", False), note=("regular", True))
    calculation = given.calculation(of=maria, by=olga)

    with pytest.raises(Refused) as refusal:
        accept(calculation, by=olga)
    assert "Эл. почта" in str(refusal.value.message)
    assert "Адрес" not in str(refusal.value.message)

    Client.objects.filter(pk=maria.pk).update(email="maria@example.ru")
    assert accept(calculation, by=olga).seq


def test_forms_ask_for_what_is_due_with_the_hint(login):
    olga, maria = given.employee(), given.client()
    regulate(
        email=("first_contact", False, "Спросите, куда выслать эскиз."),
        ad_source=("first_contact", True),
        address="order",
    )

    new = login(olga).get(reverse("clients:add")).content.decode()
    assert "Эл. почта (нужно)" in new
    assert "Спросите, куда выслать эскиз." in new
    assert "Адрес (нужно)" not in new
    known = login(olga).get(reverse("clients:edit", args=[maria.pk])).content.decode()
    assert "Эл. почта (нужно)" in known


def test_only_what_is_compulsory_at_first_contact_keeps_from_registering(login):
    olga = given.employee()
    regulate(email="first_contact", ad_source=("first_contact", True))
    typed = {"name": "Мария", "phone": "+7 916 123-45-67", "kind": "person"}
    browser, url = login(olga), reverse("clients:add")
    asked = browser.get(url).context["form"].fields["ad_source"]
    # The star says it; a word beside it would say it twice.
    assert (asked.required, asked.label) == (True, "Откуда узнали о нас")

    assert browser.post(url, typed).status_code == 422
    source = given.ad_source().pk
    assert browser.post(url, typed | {"ad_source": source}).status_code == 302


def test_the_card_names_what_is_missing_and_leads_there(login):
    olga, maria = given.employee(), given.client()
    regulate(email="first_contact", likes="first_contact", phone="first_contact")

    page = login(olga).get(maria.get_absolute_url()).content.decode()

    assert "33 %" in page
    assert f"{reverse('clients:edit', args=[maria.pk])}#id_email" in page
    assert f"{reverse('clients:plan', args=[maria.pk])}#id_likes" in page


def test_the_administrator_says_what_is_due(login, django_capture_on_commit_callbacks):
    admin, maria = given.employee("admin"), given.client()
    url = f"{reverse('clients:regulation')}?of=person-consumer"
    browser = login(admin)
    assert browser.get(url).status_code == 200

    typed = {"email-stage": "first_contact", "email-hint": "Для чеков", "also": ["person-trade"]}
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(url, typed)

    assert answer.status_code == 302
    assert set(EntryRule.objects.values_list("attribute", "kind", "sector", "hint")) == {
        ("email", "person", "consumer", "Для чеков"),
        ("email", "person", "trade", "Для чеков"),
    }
    assert of(maria)[1] == ["email"]


def test_of_a_private_person_nothing_is_due_that_only_organisations_have(login):
    browser = login(given.employee("admin"))

    def offered(audience):
        form = browser.get(f"{reverse('clients:regulation')}?of={audience}").context["form"]
        return {each.code for each in form.attributes}

    of_firms = {"inn", "kpp", "legal_address", "people", "decision_maker", "group"}
    assert of_firms <= offered("organisation-trade")
    assert not of_firms & offered("person-consumer")


def test_lines_of_organisations_do_not_go_over_to_persons():
    maria = given.client()

    actions.regulate(
        [PERSONS, FIRMS],
        {"inn": Line("first_contact"), "email": Line("first_contact")},
        by=given.employee("admin"),
    )
    completeness.refresh()

    assert of(maria)[1] == ["email"]
    assert set(EntryRule.objects.of_audience(*FIRMS).values_list("attribute", flat=True)) == {
        "inn",
        "email",
    }


def test_by_night_a_stage_means_what_the_rules_of_today_say():
    maria, today = given.client(), clock.today()
    RelationRules.objects.create(valid_from=today - timedelta(days=9), regular_from_orders=3)
    regulate(note="regular")
    for _number in range(2):
        given.order(of=maria)
    assert of(maria) == (100, [])
    RelationRules.objects.create(valid_from=today, regular_from_orders=2)

    hold_cards_against_regulation()

    assert of(maria) == (0, ["note"])


def test_by_night_a_field_that_is_out_of_use_is_asked_of_nobody():
    field = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    maria = given.client()
    regulate(**{f"own.{field.code}": "first_contact"})
    OwnField.objects.update(is_active=False)

    hold_cards_against_regulation()

    assert of(maria) == (100, [])


def test_a_manager_does_not_write_the_regulation(login):
    assert login(given.employee()).get(reverse("clients:regulation")).status_code == 403


def test_the_list_is_narrowed_to_those_who_lack_something(login):
    olga, maria = given.employee(), given.client("Мария")
    given.client("Вера", "+7 916 000-00-00", email="vera@example.ru")
    regulate(email="first_contact")

    page = login(olga).get(reverse("clients:index"), {"missing": "email"}).content.decode()

    assert maria.name in page
    assert "Вера" not in page
    assert "email" in attributes(olga)


def test_a_card_costs_as_many_queries_whatever_is_missing(login):
    olga, maria = given.employee(), given.client()
    browser = login(olga)

    def queries():
        browser.get(maria.get_absolute_url())
        with CaptureQueriesContext(connection) as seen:
            browser.get(maria.get_absolute_url())
        return len(seen)

    regulate(email="first_contact")
    one = queries()
    regulate(**dict.fromkeys(("email", "address", "note", "ad_source", "tags"), "first_contact"))
    assert queries() == one
