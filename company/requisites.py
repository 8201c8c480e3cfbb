"""Checks of identifiers and bank accounts; each answers a sentence or None.

The firm's own are refused, those of clients are kept with a warning.
"""

import re

from django.utils.translation import gettext as _
from stdnum.ru import inn as stdnum_inn
from stdnum.ru import ogrn as stdnum_ogrn

KPP = re.compile(r"\d{4}[\dA-Z]{2}\d{3}")


def wrong_inn(inn: str) -> str | None:
    if not re.fullmatch(r"\d{10}|\d{12}", inn):
        return _("An INN has 10 digits, a private entrepreneur's has 12.")
    if not inn.strip("0") or not stdnum_inn.is_valid(inn):
        return _("The check digits of this INN are wrong: compare it with the certificate.")
    return None


def wrong_ogrn(ogrn: str) -> str | None:
    if not re.fullmatch(r"\d{13}|\d{15}", ogrn):
        return _("An OGRN has 13 digits, an OGRNIP has 15.")
    valid = stdnum_ogrn.is_valid(ogrn) if len(ogrn) == 13 else valid_ogrnip(ogrn)
    return None if valid else _("The check digit of this number is wrong: compare it once more.")


def valid_ogrnip(ogrn: str) -> bool:
    """Modulo 13, then modulo 10; python-stdnum 2.2 forgets the second and refuses good numbers."""
    return int(ogrn[:14]) % 13 % 10 == int(ogrn[14])


def wrong_kpp(kpp: str) -> str | None:
    if KPP.fullmatch(kpp):
        return None
    return _("A KPP has 9 characters: digits, and in the middle two digits or Latin capitals.")


BIK = re.compile(r"0[0-4]\d{7}")
ACCOUNT = re.compile(r"\d{20}")
KEY_WEIGHTS = (7, 1, 3)
TREASURY = "03"


def wrong_bik(bik: str) -> str | None:
    return None if BIK.fullmatch(bik) else _("A BIK has 9 digits and begins with 04.")


def wrong_account(account: str, bik: str) -> str | None:
    """The key of a settlement account, with the bank's last three digits (ЦБ 515, 08.09.1997)."""
    if not ACCOUNT.fullmatch(account):
        return _("An account has 20 digits.")
    if account.startswith(TREASURY):
        return _("This is a treasury account: its key cannot be checked.")
    if BIK.fullmatch(bik) and not _key_fits(bik[6:] + account):
        return _("The key of this account does not fit the BIK: compare both.")
    return None


def wrong_correspondent_account(account: str, bik: str) -> str | None:
    if not ACCOUNT.fullmatch(account):
        return _("An account has 20 digits.")
    if BIK.fullmatch(bik) and not _key_fits(f"0{bik[4:6]}{account}"):
        return _("The key of this account does not fit the BIK: compare both.")
    return None


def _key_fits(digits: str) -> bool:
    weighted = (int(digit) * KEY_WEIGHTS[place % 3] for place, digit in enumerate(digits))
    return sum(each % 10 for each in weighted) % 10 == 0
