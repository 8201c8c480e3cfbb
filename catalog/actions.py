"""What changes the price list. A price in force is never overwritten, only followed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.allowed import deferral_allowed
from catalog.models import Norm, Price, PurchasePrice
from catalog.policy import Deferral, length
from clients.actions import set_payment_terms
from clients.models import Client
from clients.payment_terms import terms_of
from company.approvals import actions as approvals
from company.models import Approval
from core import clock
from core.errors import Refused

KEPT = object()  # the credit limit stays as it is
DEFERRAL = "deferral"  # the kind of the approval


def _may(by, right):
    if not by.has_perm(right):
        raise PermissionDenied


@transaction.atomic
def add_price(price: Price, *, by) -> Price:
    """The next price of an item, from its day on."""
    _may(by, "catalog.change_price")
    same = Price.objects.of_same_sort(price).filter(valid_from=price.valid_from)
    if same.exists():
        raise Refused(_("There is already a price of this thing from this day."))
    price.save()
    return price


@transaction.atomic
def edit_price(price: Price, *, by) -> Price:
    """Only what is not in force before today: orders were calculated by the others."""
    _may(by, "catalog.change_price")
    _refuse_in_force(Price.objects.select_for_update().get(pk=price.pk))
    price.save(update_fields=["amount"])
    return price


@transaction.atomic
def remove_price(price: Price, *, by):
    _may(by, "catalog.change_price")
    _refuse_in_force(Price.objects.select_for_update().get(pk=price.pk))
    price.delete()


def _refuse_in_force(price):
    if price.valid_from < clock.today():
        raise Refused(
            _("Orders were calculated by this price: enter the new one from today or a later day.")
        )


@transaction.atomic
def change_norms(norms: list[Norm], *, by):
    _may(by, "catalog.change_norm")
    for norm in norms:
        norm.save(update_fields=["minutes_per_unit", "setup_minutes"])


@transaction.atomic
def add_norm(norm: Norm, *, by) -> Norm:
    _may(by, "catalog.change_norm")
    norm.save()
    return norm


@transaction.atomic
def remove_norm(norm: Norm, *, by):
    _may(by, "catalog.change_norm")
    norm.delete()


@transaction.atomic
def enter_purchase_prices(prices: list[PurchasePrice], *, by):
    """Each from its day on; one of the same day takes the place of what was entered for it."""
    _may(by, "catalog.see_costs")
    for price in prices:
        _refuse_in_force(price)
        same = PurchasePrice.objects.of_same_sort(price).filter(valid_from=price.valid_from)
        if not same.update(amount=price.amount):
            price.save(force_insert=True)


@transaction.atomic
def remove_purchase_price(price: PurchasePrice, *, by):
    _may(by, "catalog.see_costs")
    _refuse_in_force(PurchasePrice.objects.select_for_update().get(pk=price.pk))
    price.delete()


@transaction.atomic
def agree_payment_terms(
    client, *, by, deferral_days: int, deferral_unit: str, credit_limit=KEPT, reason=""
):
    """What the discount policy gives and what is agreed already is agreed at once; more is asked,
    and answers the approval, None where there was nothing to ask."""
    _may(by, "clients.change_client")
    locked = Client.objects.select_for_update().get(pk=client.pk)
    limit = locked.credit_limit if credit_limit is KEPT else credit_limit
    wanted = {"deferral_days": deferral_days, "deferral_unit": deferral_unit}
    most = deferral_allowed(locked)
    agreed = _agreed(locked)
    if most.covers(deferral_days, deferral_unit) or agreed.covers(deferral_days, deferral_unit):
        _drop_questions(locked)
        set_payment_terms(locked, by=by, credit_limit=limit, **wanted)
        return None
    if limit != locked.credit_limit:
        own = Deferral(locked.deferral_days, locked.deferral_unit)
        set_payment_terms(locked, by=by, credit_limit=limit, **own.as_terms())
    asked = {"days": str(deferral_days), "unit": deferral_unit}
    asked |= {"allowed_days": str(most.days), "allowed_unit": most.unit}
    measure = length(deferral_days, deferral_unit)
    return approvals.ask(DEFERRAL, locked, by=by, reason=reason, asked=asked, measure=measure)


def _agreed(client):
    terms = terms_of(client)
    return Deferral(terms.days, terms.unit)


def _drop_questions(client):
    for approval in Approval.objects.waiting().of(client).of_kind(DEFERRAL):
        approvals.drop(approval, because=_("Something else is agreed meanwhile."))


def give_deferral(approval, *, by):
    """What was asked and is approved."""
    client = Client.objects.get(pk=approval.subject_id)
    terms = {"deferral_days": int(approval.asked["days"]), "deferral_unit": approval.asked["unit"]}
    set_payment_terms(client, by=by, credit_limit=client.credit_limit, **terms)
