"""Lists that the firm edits by itself."""

import pytest
from django.urls import reverse

from clients.models import AdSource
from company.models import Office, Stage, VatRegime
from core import registry
from tests import given

pytestmark = pytest.mark.django_db


def page(code, name="dictionary", *args):
    return reverse(f"company:{name}", args=[code, *args])


def test_the_administrator_adds_an_ad_source_and_it_stands_last(login):
    given.ad_source("Вывеска")

    login(given.employee("admin")).post(page("ad-sources", "add_entry"), {"name": "  Радио "})

    assert [source.name for source in AdSource.objects.all()] == ["Вывеска", "Радио"]
    assert AdSource.objects.get(name="Радио").ordering > 100


def test_a_name_given_twice_is_answered_with_a_sentence(login):
    given.ad_source("Радио")

    answer = login(given.employee("admin")).post(page("ad-sources", "add_entry"), {"name": "радио"})

    assert answer.status_code == 422
    assert "радио" in answer.context["form"].errors["name"][0]
    assert AdSource.objects.count() == 1


def test_an_entry_is_switched_off_and_stays_with_old_records(login):
    radio = given.ad_source("Радио")
    client = given.client(ad_source=radio)

    login(given.employee("admin")).post(page("ad-sources", "switch_entry", radio.pk))

    client.refresh_from_db()
    assert client.ad_source == radio
    assert list(AdSource.objects.active()) == []


def test_entries_are_moved_one_place_at_a_time(login):
    for name in ("Радио", "Сайт", "Вывеска"):
        given.ad_source(name)
    admin, site = login(given.employee("admin")), AdSource.objects.get(name="Сайт")
    before = [source.name for source in AdSource.objects.all()]

    admin.post(page("ad-sources", "move_entry", site.pk), {"to": "up"})

    after = [source.name for source in AdSource.objects.all()]
    assert after.index("Сайт") == before.index("Сайт") - 1
    assert set(after) == set(before)


def test_the_foreman_changes_the_capacity_of_a_stage_and_no_other_list(login):
    cutting = Stage.objects.get(code="cutting")
    foreman = login(given.employee("foreman"))
    asked = {"name": cutting.name, "minutes_per_day": "300", "outside_days": "0"}

    assert foreman.post(page("stages", "edit_entry", cutting.pk), asked).status_code == 302
    assert foreman.get(page("ad-sources")).status_code == 403

    cutting.refresh_from_db()
    assert cutting.minutes_per_day == 300


def test_a_stage_gets_its_code_by_itself(login):
    asked = {"name": "Пескоструй", "minutes_per_day": "480", "outside_days": "0"}

    login(given.employee("foreman")).post(page("stages", "add_entry"), asked)

    assert Stage.objects.get(name="Пескоструй").code.startswith("stage-")


def test_an_office_in_which_people_work_cannot_be_switched_off(login):
    admin = given.employee("admin")

    answer = login(admin).post(page("offices", "switch_entry", admin.office_id))

    assert answer.status_code == 409
    assert Office.objects.get().is_active


def test_the_next_rate_of_vat_is_entered_with_a_comma(login):
    asked = {"valid_from": "2028-01-01", "percent": "22,5"}

    login(given.employee("admin")).post(page("vat", "add_entry"), asked)

    assert str(VatRegime.objects.get(valid_from="2028-01-01").percent) == "22.5"


@pytest.mark.parametrize("code", sorted(registry.dictionaries))
def test_every_dictionary_shows_itself_and_its_forms(login, code):
    admin, found = login(given.employee("director")), registry.dictionaries[code]

    assert admin.get(page(code)).status_code == 200
    assert admin.get(page(code, "add_entry")).status_code == 200
    if entry := found.model.objects.first():
        assert admin.get(page(code, "edit_entry", entry.pk)).status_code == 200


def test_twenty_entries_cost_as_many_queries_as_one(login, django_assert_num_queries):
    admin, session_employee_and_list = login(given.employee("admin")), 3
    given.ad_source("Радио")
    with django_assert_num_queries(session_employee_and_list):
        admin.get(page("ad-sources"))

    for number in range(20):
        given.ad_source(f"Источник {number}")

    with django_assert_num_queries(session_employee_and_list):
        admin.get(page("ad-sources"))
