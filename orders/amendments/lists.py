from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists import Chip, Column, Empty, List, list_page
from orders.amendments.lifecycle import CONSENT_RIGHT
from orders.models import Amendment

WAITING = "waiting"


@list_page
class AmendmentList(List):
    """For those who consent: the workshop sees no sums."""

    code = "amendments"
    title = _("Changes of orders")
    right = CONSENT_RIGHT
    url_name = "orders:amendments"
    columns = (
        Column("order", _("Order"), "order.number", kind="strong"),
        Column("number", pgettext_lazy("amendment", "Change No."), kind="number"),
        Column("drafted_at", pgettext_lazy("moment", "When"), kind="moment", sort="drafted_at"),
        Column("reason", _("Who wants it, and why")),
        Column("drafted_by", _("Drafted by"), "drafted_by.short_name"),
        Column("promised_on", _("Promised"), "order.promised_on", kind="date"),
        Column("status", _("State"), kind="status"),
    )
    default_sort = "-drafted_at"
    chips = (
        Chip(
            WAITING,
            pgettext_lazy("amendments", "Wait for the foreman"),
            lambda rows, user: rows.waiting_for_consent(),
        ),
        Chip(
            "at_client",
            pgettext_lazy("amendments", "Wait for the client"),
            lambda rows, user: rows.at_client(),
        ),
        Chip(
            "in_force",
            pgettext_lazy("amendments", "In force"),
            lambda rows, user: rows.in_force(),
        ),
    )
    empty = Empty(
        _("No order is being changed"),
        _("A change of what the workshop has begun waits here for the foreman's consent."),
    )

    def rows(self):
        return Amendment.objects.visible_to(self.user).in_rows()
