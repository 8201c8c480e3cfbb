"""What changes the price list. A price in force is never overwritten, only followed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Norm, Price
from core import clock
from core.errors import Refused


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
