"""What the duties of the law on personal data are worked through by."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.filters import CardViewFilter
from clients.models import CardView, DataTerm, PersonalRequest
from clients.models.personal import ERASE_RIGHT
from clients.personal.lifecycle import HANDLE_RIGHT
from core.lists import Chip, Column, Empty, List, list_page


@list_page
class PersonalRequestList(List):
    code = "personal-requests"
    title = pgettext_lazy("list", "Requests about personal data")
    right = HANDLE_RIGHT
    url_name = "clients:personal_requests"
    columns = (
        Column("kind", _("What is asked"), lambda row: row.get_kind_display(), kind="strong"),
        Column("client", _("Client"), "client.name"),
        Column("received_on", _("Received on"), kind="date"),
        Column("due_at", _("Answer is due"), kind="date", sort="due_at"),
        Column("status", _("State"), kind="status"),
        Column("settled_at", pgettext_lazy("request", "Answered"), kind="date"),
        Column("by", _("Who noted it"), "by.short_name"),
    )
    default_sort = "-due_at"
    chips = (
        Chip("open", pgettext_lazy("personal request", "In work"), lambda rows, user: rows.open()),
        Chip(
            "settled",
            pgettext_lazy("personal requests", "Answered"),
            lambda rows, user: rows.settled(),
        ),
    )
    empty = Empty(
        _("Nobody has asked about their data yet"),
        _("A request is registered on the client's page; the law gives a term for the answer."),
    )

    def rows(self):
        return PersonalRequest.objects.visible_to(self.user).select_related("client", "by")


@list_page
class DataTermList(List):
    code = "data-terms"
    title = pgettext_lazy("list", "Terms of personal data that are over")
    right = ERASE_RIGHT
    url_name = "clients:data_terms"
    columns = (
        Column("client", _("Client"), "client.name", kind="strong"),
        Column("ground", _("Why"), lambda row: row.get_ground_display()),
        Column("ended_on", _("Term ended on"), kind="date", sort="ended_on"),
        Column("responsible", _("Manager"), "client.responsible.short_name", "short"),
        Column("kept_at", _("Left as it is"), kind="date"),
        Column("kept_reason", _("Why it stays")),
    )
    default_sort = "ended_on"
    chips = (
        Chip("open", pgettext_lazy("terms of data", "To decide"), lambda rows, user: rows.open()),
        Chip("kept", pgettext_lazy("terms of data", "Left"), lambda rows, user: rows.kept()),
    )
    empty = Empty(
        _("No term is over"),
        _("Looked for each night: consents that were withdrawn, clients without any dealings."),
    )

    def rows(self):
        seen = DataTerm.objects.visible_to(self.user)
        return seen.select_related("client__responsible").defer("client__name_grams")


@list_page
class CardViewList(List):
    code = "card-views"
    title = _("Who looked at cards of clients")
    right = "clients.view_cardview"
    url_name = "clients:card_views"
    filterset_class = CardViewFilter
    columns = (
        Column("hour", _("In the hour from"), kind="moment", sort="hour"),
        Column("employee", _("Who looked"), "employee.short_name", kind="strong"),
        Column("client", _("Client"), "client.name"),
    )
    default_sort = "-hour"
    empty = Empty(_("Nobody has looked"), _("Who opens a card is written here, once an hour."))

    def rows(self):
        seen = CardView.objects.visible_to(self.user)
        return seen.select_related("employee", "client").defer("client__name_grams")

    def row_url(self, row):
        return row.client.get_absolute_url()
