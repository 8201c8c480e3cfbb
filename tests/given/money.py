"""Invoices, and who is asked to pay them."""

from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from clients.models import Requisites
from company.models import BankAccount
from core import jobs
from orders import actions
from orders.models import DebtRule
from tests.given.client_base import client
from tests.given.firm import employee
from tests.given.orders import order


def bank_account(**fields) -> BankAccount:
    """The firm's main account; its key fits the BIK."""
    usual = {
        "bank_name": "АО «Банк Стекольный»",
        "bik": "044525974",
        "correspondent_account": "30101810345250000974",
        "is_main": True,
    }
    account = fields.pop("account", "40702810200000000123")
    return BankAccount.objects.get_or_create(account=account, defaults=usual | fields)[0]


def organisation(name="ООО «Ромашка»", *, by=None, inn="7700000009", **requisites):
    """A client that pays by invoice."""
    found = client(name, kind="organisation", by=by)
    known = {"legal_name": name, "kpp": "770001001", "legal_address": "Москва, ул. Лесная, 5"}
    Requisites.objects.create(client=found, inn=inn, **(known | requisites))
    return found


def invoice(*orders, by=None, percent=None, **terms):
    """For an accepted order of its own where none is named."""
    by = by or employee()
    bank_account()
    asked = Decimal(percent) if percent else None
    return actions.issue_invoice(orders or [order(by=by)], by=by, percent=asked, **terms)


def statement(content: bytes, *, by=None, name="kl_to_1c.txt"):
    """Loaded, and its lines taken by the worker at once."""
    by = by or employee("accountant")
    found = actions.upload_statement(SimpleUploadedFile(name, content), by=by)
    if found.job and found.job.is_open:
        jobs.run_job(found.job_id)
    found.refresh_from_db()
    return found


def debt_step(days, measure, *, segment=None) -> DebtRule:
    """What is done so many days after an invoice was to be paid."""
    return DebtRule.objects.create(days=days, measure=measure, segment=segment)
