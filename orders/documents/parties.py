"""Who stands on a paper: the firm, its office, the client, the employee; frozen as plain words."""

from company.models import Firm
from core import phones
from core.cells import NBSP

INN_OF_ENTREPRENEUR = 12


def firm() -> dict:
    found = Firm.get()
    return {
        "name": found.name,
        "legal_name": found.legal_name,
        "inn": found.inn,
        "kpp": found.kpp,
        "ogrn": found.ogrn,
        "is_entrepreneur": len(found.inn) == INN_OF_ENTREPRENEUR,
        "legal_address": found.legal_address,
        "director": found.director,
        "accountant": found.accountant,
        "phone": found.phone,
        "email": found.email,
        "site": found.site,
        "warranty_months": found.warranty_months,
        "work_rules_act": found.work_rules_act,
        "storage_note": found.storage_note,
    }


def office(order) -> dict:
    found = order.office
    return {
        "name": found.name,
        "address": found.address,
        "phone": found.phone,
        "hours": found.hours,
    }


def client(order) -> dict:
    found = order.client
    numbers = [phones.show(phone.e164, phone.extension) for phone in found.phones.all()]
    return {
        "name": found.name,
        "phones": ", ".join(numbers),
        "email": found.email,
        "address": order.address or found.address,
    }


def payer(found) -> dict:
    """Who is asked to pay: an organisation by its requisites, a person by the name."""
    requisites = getattr(found, "requisites", None)
    names = ("legal_name", "inn", "kpp", "legal_address")
    known = {name: getattr(requisites, name, "") for name in names}
    return {
        **known,
        "name": known["legal_name"] or found.name,
        "address": known["legal_address"] or found.address,
    }


def employee(found) -> dict:
    return {
        "name": found.short_name.replace(" ", NBSP),
        "post": found.post,
        "phone": found.phone,
        "email": found.email,
    }
