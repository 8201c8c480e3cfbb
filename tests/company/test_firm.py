"""Own requisites are checked strictly: they stand on every paper."""

from decimal import Decimal

import pytest
from django.urls import reverse

from company import requisites
from company.forms import FirmForm
from company.models import Firm
from crm.demo import people
from tests import given

pytestmark = pytest.mark.django_db


TERMS = [
    "archive_after_days",
    "label_width_mm",
    "label_height_mm",
    "storage_days",
    "second_warning_days",
    "workday_begins",
    "workday_ends",
    "big_discount_percent",
    "invoice_valid_days",
    "answer_minutes",
    "views_kept_days",
    "data_kept_years",
]
TYPED = people.FIRM | {name: Firm._meta.get_field(name).default for name in TERMS}
TYPED["unclaimed_call_days"] = "3, 10"


def judged(**changes):
    return FirmForm(TYPED | changes).errors


def test_the_demo_firm_itself_has_valid_requisites():
    assert judged() == {}


def test_a_per_cent_is_typed_and_shown_with_a_comma():
    form = FirmForm(TYPED | {"big_discount_percent": "12,5"})

    assert form.is_valid(), form.errors
    shown = FirmForm(instance=Firm(big_discount_percent=Decimal("12.5")))
    assert 'value="12,5"' in str(shown["big_discount_percent"])


def test_an_entrepreneur_has_other_numbers_and_no_kpp():
    assert judged(inn="500100732259", kpp="", ogrn="304500116000157") == {}
    assert "kpp" in judged(inn="500100732259", ogrn="304500116000157")
    assert "kpp" in judged(kpp="")


@pytest.mark.parametrize("inn", ["7700000008", "0000000000", "77000000", "77000000090", "ИНН"])
def test_a_wrong_inn_is_refused(inn):
    assert "inn" in judged(inn=inn)


def test_an_inn_may_be_typed_with_spaces():
    form = FirmForm(TYPED | {"inn": "77 0000 0009"})

    assert form.is_valid()
    assert form.cleaned_data["inn"] == "7700000009"


@pytest.mark.parametrize("kpp", ["77000100", "7700010011", "77000А001", "770001-01"])
def test_a_wrong_kpp_is_refused(kpp):
    assert "kpp" in judged(kpp=kpp)


def test_a_wrong_ogrn_is_refused():
    assert "ogrn" in judged(ogrn="1027700000009")
    assert "ogrn" in judged(ogrn="304500116000157")


@pytest.mark.parametrize("remainder", [11, 12])
def test_an_ogrnip_with_a_two_figure_remainder_is_good(remainder):
    """python-stdnum refuses these, though the rule takes modulo 10 of them."""
    start = next(n for n in range(31_2345_6789_0000, 31_2345_6789_0100) if n % 13 == remainder)

    assert requisites.wrong_ogrn(f"{start}{remainder % 10}") is None
    assert requisites.wrong_ogrn(f"{start}{(remainder + 1) % 10}")


def test_the_director_changes_the_address_of_the_firm(login):
    answer = login(given.employee("director")).post(
        reverse("company:firm"), TYPED | {"legal_address": "г. Тула, ул. Мира, д. 1"}
    )

    assert answer.status_code == 302
    assert Firm.get().legal_address == "г. Тула, ул. Мира, д. 1"


def test_a_manager_does_not(login):
    answer = login(given.employee("manager")).post(reverse("company:firm"), TYPED)

    assert answer.status_code == 403


@pytest.mark.parametrize("days", ["", "three", "3, x", "-1"])
def test_steps_of_calling_are_days_with_commas(days):
    assert "unclaimed_call_days" in judged(unclaimed_call_days=days)
