from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.filters import ClientFilter
from clients.models import Client
from core.lists import Chip, Column, Create, Empty, List, list_page


@list_page
class ClientList(List):
    code = "clients"
    title = pgettext_lazy("list", "Clients")
    right = "clients.view_client"
    url_name = "clients:index"
    filterset_class = ClientFilter
    columns = (
        Column("name", _("Name"), kind="strong", sort="folded_name"),
        Column("phone", _("Phone"), "main_phone.e164", kind="phone"),
        Column("kind", _("Kind"), lambda row: row.get_kind_display()),
        Column("ad_source", _("Ad source"), "ad_source.name"),
        Column("responsible", _("Manager"), "responsible.short_name"),
        Column("created_at", pgettext_lazy("client", "Registered"), kind="date", sort="created_at"),
    )
    default_sort = "-created_at"
    has_way_back = True
    chips = (
        Chip("mine", pgettext_lazy("clients", "Mine"), lambda rows, user: rows.mine(user)),
        Chip("new", _("New this month"), lambda rows, user: rows.registered_this_month()),
        Chip("organisations", _("Organisations"), lambda rows, user: rows.organisations()),
    )
    empty = Empty(
        _("No clients yet"), _("A client is registered with name and phone, also from an order.")
    )
    create = Create(_("New client"), "clients:add", "clients.add_client", "alt+k")

    def rows(self):
        seen = Client.objects.visible_to(self.user).without_grams()
        return seen.select_related("ad_source", "responsible").prefetch_related("phones")
