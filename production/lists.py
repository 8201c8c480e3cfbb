from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists import Column, Empty, List, list_page
from orders.work_orders.querysets import BRING
from production.models import TransportList


@list_page
class TransportLists(List):
    """Every drive from the workshop to an office, the newest first."""

    code = "transport_lists"
    title = _("Transport lists")
    right = BRING
    url_name = "production:transport_lists"
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column(
            "created_at", pgettext_lazy("transport list", "Begun"), kind="moment", sort="created_at"
        ),
        Column("office", _("Office"), "office.name"),
        Column("driver", _("Driver"), "driver.short_name"),
        Column("status", _("State"), kind="status"),
        Column("left_at", pgettext_lazy("transport list", "Left"), kind="moment"),
        Column("arrived_at", pgettext_lazy("transport list", "Unloaded at"), kind="moment"),
        Column("pieces", _("Pieces"), kind="number"),
    )
    default_sort = "-created_at"
    empty = Empty(
        _("No transport lists yet"), _("A list is made when the driver drives off to an office.")
    )

    def rows(self):
        return TransportList.objects.visible_to(self.user).driven().with_people().counted()
