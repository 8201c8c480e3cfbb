"""What the firm asks of its clients by itself stands in lists, filters, files and the analysis."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from company.models import OwnField
from core import registry
from tests import given

pytestmark = pytest.mark.django_db
INDEX = "clients:index"


@pytest.fixture
def region():
    return OwnField.objects.create(
        label="Район", kind=OwnField.Kind.CHOICE, options=["Москва", "Область"]
    )


@pytest.fixture
def olga(region):
    olga = given.employee()
    for name, said in (("Анна", "Москва"), ("Борис", "Москва"), ("Вера", "Область")):
        given.client(name, by=olga, own={region.code: said})
    given.client("Глеб", by=olga)
    return olga


def shown(answer):
    return sorted(client.name for client in answer.context["list"].queryset)


def test_a_list_is_narrowed_by_an_answer(login, olga, region):
    answer = login(olga).get(reverse(INDEX), {f"own-{region.code}": "Москва"})

    assert shown(answer) == ["Анна", "Борис"]


def test_yes_and_no_are_two_answers_and_silence_is_neither(login, olga):
    flag = OwnField.objects.create(label="Есть замерщик", kind=OwnField.Kind.FLAG)
    given.client("Да", by=olga, own={flag.code: True})
    given.client("Нет", by=olga, own={flag.code: False})
    browser = login(olga)

    assert shown(browser.get(reverse(INDEX), {f"own-{flag.code}": "true"})) == ["Да"]
    assert shown(browser.get(reverse(INDEX), {f"own-{flag.code}": "false"})) == ["Нет"]


def test_its_column_is_for_those_who_choose_it(login, olga, region):
    browser, code = login(olga), f"own.{region.code}"

    usual = browser.get(reverse(INDEX))
    chosen = browser.get(f"{reverse(INDEX)}?{urlencode({'column': ['name', code]}, doseq=True)}")

    def codes(answer):
        return [column.code for column in answer.context["list"].shown_columns]

    assert code not in codes(usual)
    assert codes(chosen) == ["name", code]
    assert "Область" in chosen.text


def test_a_file_has_it_once_chosen_or_not(login, olga, region):
    columns = [{}, {"column": ["name", f"own.{region.code}"]}]
    for chosen in columns:
        address = reverse("core:list_export", args=["clients", "csv"])
        file = login(olga).get(f"{address}?{urlencode(chosen, doseq=True)}")
        heading = b"".join(file.streaming_content if file.streaming else [file.content])
        assert heading.decode("utf-8-sig").splitlines()[0].count("Район") == 1


def test_the_base_is_counted_by_the_answers_and_each_figure_opens_its_list(login, olga, region):
    report = registry.reports["client_base"](olga, {"by": f"own.{region.code}", "since": ""})
    report.form.is_valid()
    lines = {
        line["name"]: line for line in report.rows({**report.form.cleaned_data, "since": None})
    }

    assert {name: line["clients"] for name, line in lines.items()} == {
        "Москва": 2,
        "Область": 1,
        "Неизвестно": 1,
    }
    link = report.columns[1].link
    opened = login(olga).get(link(lines["Москва"], {}))
    assert opened.context["list"].queryset.count() == 2
    assert link(lines["Неизвестно"], {}) is None


def test_what_a_role_may_not_read_it_does_not_count_or_see(login, olga, region):
    olga.role.hidden_fields = [f"own.{region.code}"]
    olga.role.save()
    report = registry.reports["client_base"](olga, {"by": f"own.{region.code}"})
    report.form.is_valid()

    page = login(olga).get(reverse(INDEX), {f"own-{region.code}": "Москва"})

    assert list(report.rows(report.form.cleaned_data)) == []
    assert "Район" not in page.text
    assert len(shown(page)) == 4
