"""Who hears that a sketch is void: the manager, and the workshop where the order is made."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from company.models import Employee
from company.notifications import notify
from orders.work_orders.lifecycle import IN_WORK

CHECK, ACCEPT = "orders.check_position", "orders.accept_workorder"


def what_changed(ordinals) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return ngettext(
            "Position %(places)s was changed.", "Positions %(places)s were changed.", len(ordinals)
        ) % {"places": ", ".join(str(each) for each in ordinals)}


def new_view() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Another sketch of the whole order was attached.")


def withdrawn(file) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("The file “%(name)s” was withdrawn.") % {"name": file.name}


def tell(sending, changed, *, was_approved, by):
    order = sending.order
    with translation.override(settings.LANGUAGE_CODE):
        said = {"number": order.number, "reason": sending.void_reason, "who": by.short_name}
        if was_approved:
            text = _(
                "Order %(number)s: the sketch is not approved any more. %(reason)s (%(who)s) "
                "Send it to the client again."
            )
        else:
            text = _(
                "Order %(number)s: the sketch at the client is out of date. %(reason)s (%(who)s) "
                "Send it to the client again."
            )
        for_shop = _("Order %(number)s: the sketch is not approved after a change. %(reason)s")
    key = f"sketch-void:{sending.pk}"
    notify([order.manager], key=key, text=text % said, url=order.get_absolute_url())
    if order.status in IN_WORK:
        notify(_foremen(), key=key, text=for_shop % said, url=_in_shop(order, changed))


def _foremen():
    """Who answers for the work in the shop, and does not sit at the desk."""
    found = Employee.objects.with_rights(CHECK).select_related("role")
    return found.exclude(role__rights__contains=[ACCEPT])


def _in_shop(order, changed) -> str:
    made = order.positions.filter(goes_to_shop=True).order_by("ordinal")
    position = made.filter(ordinal__in=changed).first() or made.first()
    return reverse("production:position", args=[position.pk]) if position else ""
