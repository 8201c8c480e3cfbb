from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Client
from company.models import Role
from core.lists import BulkAction, Chip, Column, Create, Empty, List, list_page
from core.lists.declared import COUNTED_EXACTLY, count_text, number_text
from orders.models import WorkOrder
from orders.work_orders.batch import BATCHES
from orders.work_orders.filters import OrderFilter

PRICES = "orders.see_prices"


@list_page
class OrderList(List):
    """Sums are shown with the right to prices, clients with the right to clients, the office to
    those who see more than their own."""

    code = "orders"
    title = pgettext_lazy("list", "Orders")
    right = "orders.view_workorder"
    url_name = "orders:index"
    is_steady = True
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column(
            "created_at",
            pgettext_lazy("work order", "Taken"),
            "taken_on",
            kind="date",
            sort="created_at",
            on_phone="hidden",
        ),
        Column("client", _("Client"), "client.name", on_phone="plain"),
        Column("summary", _("What is made"), on_phone="plain"),
        Column("manager", _("Manager"), "manager.short_name", on_phone="hidden"),
        Column("office", _("Office"), "office.name"),
        Column("promised_on", _("Promised"), kind="date", sort="promised_on"),
        Column(
            "term",
            _("Against the date"),
            kind="status",
            value=lambda row: row.term or row.contact,
            within="promised_on",
        ),
        Column("status", _("State"), kind="status", value=lambda row: row.state),
        Column("total", _("Sum"), kind="money", sort="total", on_phone="plain"),
        Column("debt", _("Debt"), kind="money", value=lambda row: row.debt or None),
    )
    default_sort = "-created_at"
    has_way_back = True
    tools = "orders/_list_tools.html"
    filterset_class = OrderFilter
    chips = (
        Chip("in_work", pgettext_lazy("orders", "In work"), lambda rows, user: rows.in_work()),
        Chip("ready", pgettext_lazy("orders", "Ready"), lambda rows, user: rows.ready()),
        Chip("awaited", _("Wait for a decision"), lambda rows, user: rows.waiting_for_approval()),
        Chip("overdue", pgettext_lazy("orders", "Overdue"), lambda rows, user: rows.overdue()),
        Chip(
            "due_today",
            pgettext_lazy("promised date", "Due today"),
            lambda rows, user: rows.due_today(),
        ),
        Chip("on_hold", pgettext_lazy("orders", "On hold"), lambda rows, user: rows.on_hold()),
        Chip(
            "sketch",
            pgettext_lazy("orders", "Sketch not approved"),
            lambda rows, user: rows.with_unapproved_sketch(),
        ),
        Chip("archive", pgettext_lazy("orders", "Archive"), lambda rows, user: rows.archive()),
        Chip("calculations", _("Calculations"), lambda rows, user: rows.calculations()),
        Chip("in_debt", pgettext_lazy("orders", "In debt"), lambda rows, user: rows.in_debt()),
    )
    totals = {"total": _("Sum"), "debt": _("Debt")}
    bulk_actions = tuple(
        BulkAction(code, papers.title, "orders:print_batch", papers.icon, PRICES, (code,))
        for code, papers in BATCHES.items()
    )
    empty = Empty(
        _("No orders yet"), _("Take the first order: the client's phone and what they want.")
    )
    create = Create(_("New order"), "orders:new", "orders.add_workorder", "alt+n")

    def __init__(self, user, data):
        super().__init__(user, data)
        if not user.has_perm("orders.see_prices"):
            self.columns = tuple(each for each in self.columns if each.kind != "money")
            self.chips = tuple(each for each in self.chips if each.code != "in_debt")
            self.totals = {}
        hidden = set() if user.has_perm("clients.view_client") else {"client"}
        if user.role.scope != Role.Scope.ALL:
            hidden |= {"office"}
        self.columns = tuple(each for each in self.columns if each.code not in hidden)

    def rows(self):
        return WorkOrder.objects.visible_to(self.user).in_rows().with_titles()

    @cached_property
    def filters(self):
        return OrderFilter(self.data, queryset=self.rows(), user=self.user)

    def summary(self):
        """Words that very many orders have are searched by asking each: their sums are not worth
        a walk through all of them."""
        if self.data.get("text") and count_text(self.queryset) == number_text(COUNTED_EXACTLY + 1):
            self.totals = {}
        return super().summary()

    @cached_property
    def client(self):
        """Whose orders they are, where the list was opened from a client's card."""
        pk = self.data.get("client", "")
        seen = Client.objects.visible_to(self.user)
        return seen.filter(pk=pk).first() if pk.isdecimal() else None
