"""On what terms a client pays. What may be agreed at all is the discount policy's: `catalog`."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from clients.actions.client import TERMS_RIGHT
from clients.models import Client, ClientGroup

CHANGE_RIGHT = "clients.change_client"


def set_payment_terms(
    client, *, by, deferral_days: int, deferral_unit: str, credit_limit: Decimal | None
) -> Client:
    """Whether so much may be agreed, `catalog.actions.agree_payment_terms` asks; a credit limit is
    set by who sets terms."""
    terms = {"deferral_days": deferral_days, "deferral_unit": deferral_unit}
    right = CHANGE_RIGHT if credit_limit == client.credit_limit else TERMS_RIGHT
    return _write(client, by=by, right=right, credit_limit=credit_limit, **terms)


@transaction.atomic
def set_group_terms(
    group, *, by, deferral_days: int, deferral_unit: str, credit_limit: Decimal | None
) -> ClientGroup:
    """For all its organisations that have no deferral of their own, those to come as well; invoices
    that are issued keep their day."""
    if not by.has_perm(TERMS_RIGHT):
        raise PermissionDenied
    group.deferral_days, group.deferral_unit = deferral_days, deferral_unit
    group.credit_limit = credit_limit
    group.save(update_fields=["deferral_days", "deferral_unit", "credit_limit"])
    return group


def stop_credit(client, *, by) -> Client:
    """The deferral that is agreed stays written, and holds no more."""
    return _write(client, by=by, right=TERMS_RIGHT, is_credit_stopped=True)


def give_credit(client, *, by) -> Client:
    return _write(client, by=by, right=TERMS_RIGHT, is_credit_stopped=False)


@transaction.atomic
def _write(client, *, by, right, **terms):
    if not by.has_perm(right):
        raise PermissionDenied
    rows = Client.objects.filter(pk=client.pk)
    if rows.exclude(**terms).exists():
        rows.update(version=F("version") + 1, **terms)
    client.refresh_from_db(fields=[*terms, "version"])
    return client
