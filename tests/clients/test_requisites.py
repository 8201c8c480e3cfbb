"""Requisites of clients are checked and kept; the firm's own rule is stricter."""

import pytest
from django.urls import reverse

from clients.models import Client, Requisites
from company import requisites as checks
from tests import given

pytestmark = pytest.mark.django_db
# Sberbank's account at the Bank of Russia, and a settlement account whose key fits its BIK.
BIK, CORRESPONDENT = "044525225", "30101810400000000225"
ACCOUNT = "40702810938000000001"
TYPED = {"legal_name": "ООО «Белый дом»", "inn": "7707 083 893", "kpp": "770701001", "bik": BIK}


@pytest.fixture
def salon():
    return given.client("Белый дом", kind=Client.Kind.ORGANISATION)


def keyed(account, bik):
    """The account with the key that fits: its ninth digit."""
    return next(
        fit
        for key in range(10)
        if checks.wrong_account(fit := f"{account[:8]}{key}{account[9:]}", bik) is None
    )


def post(login, client, **typed):
    url = reverse("clients:requisites", args=[client.pk])
    return login(given.employee()).post(url, TYPED | typed, follow=True)


def test_they_are_kept_without_spaces_and_shown(login, salon):
    page = post(login, salon).content.decode()

    assert Requisites.objects.get(client=salon).inn == "7707083893"
    assert "7707083893 / 770701001" in page


def test_wrong_check_digits_are_kept_with_a_warning(login, salon):
    page = post(login, salon, inn="7707083894", account="1" * 20).content.decode()

    assert Requisites.objects.get(client=salon).inn == "7707083894"
    assert "Контрольные цифры ИНН" in page
    assert "не подходит к БИК" in page


def test_what_cannot_be_kept_is_refused(login, salon):
    answer = post(login, salon, inn="7" * 13)

    assert answer.status_code == 422
    assert not Requisites.objects.exists()


def test_accounts_have_a_key_that_fits_the_bank():
    assert checks.wrong_correspondent_account(CORRESPONDENT, BIK) is None
    assert checks.wrong_correspondent_account(CORRESPONDENT, "046577974")
    good = keyed(ACCOUNT, BIK)
    assert checks.wrong_account(good, BIK) is None
    assert checks.wrong_account(good[:-1] + str((int(good[-1]) + 1) % 10), BIK)
    assert checks.wrong_account("123", BIK)
    assert checks.wrong_account("03" + good[2:], BIK)  # the treasury's: said, never refused
    assert checks.wrong_bik("44525225")


def test_an_entrepreneur_has_an_ogrnip(login, salon):
    page = post(login, salon, inn="500100732259", ogrn="304500116000157").content.decode()

    assert "ОГРНИП" in page
