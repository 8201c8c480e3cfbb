from datetime import timedelta

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.lists import Chip, Column, Create, Empty, List, list_page
from sales.deals.filters import DealFilter
from sales.deals.lifecycle import ADD, SEE
from sales.models import Deal


def _stage(deal):
    return deal.stage.name if deal.is_open else ""


def _this_month(rows, user):
    next_month = (clock.today().replace(day=28) + timedelta(days=4)).replace(day=1)
    return rows.expected_by(next_month - timedelta(days=1))


@list_page
class DealList(List):
    code = "deals"
    title = pgettext_lazy("list", "Deals")
    right = SEE
    url_name = "sales:deals"
    is_steady = True
    filterset_class = DealFilter
    tools = "sales/deals/_list_tools.html"
    has_way_back = True
    columns = (
        Column("title", _("What it is about"), kind="strong", on_phone="plain"),
        Column("client", _("Client"), "client.name", on_phone="plain"),
        Column("stage", pgettext_lazy("stage of a deal", "Stage"), _stage),
        Column("status", _("State"), kind="status"),
        Column(
            "stuck",
            pgettext_lazy("deal", "Stuck"),
            lambda row: row.stuck,
            "status",
            within="status",
        ),
        Column("responsible", _("Responsible"), "responsible.short_name", "short"),
        Column("expected_sum", _("Expected sum"), kind="money", sort="expected_sum", falls=True),
        Column("expected_on", _("Expected closing"), kind="date", sort="expected_sort"),
        Column(
            "stage_since",
            _("In this stage since"),
            kind="date",
            sort="stage_since",
            optional=True,
        ),
        Column(
            "created_at",
            pgettext_lazy("deal", "Opened"),
            kind="date",
            sort="created_at",
            on_phone="hidden",
        ),
        Column("process", _("Process of sale"), "process.name", optional=True),
        Column("probability", _("Probability, %"), kind="number", optional=True),
    )
    default_sort = "-created_at"
    totals = {"expected_sum": _("Expected sum")}
    chips = (
        Chip("mine", pgettext_lazy("deals", "Mine"), lambda rows, user: rows.mine(user)),
        Chip("open", pgettext_lazy("deals", "Open"), lambda rows, user: rows.open()),
        Chip("stuck", pgettext_lazy("deals", "Stuck"), lambda rows, user: rows.stuck()),
        Chip("no_step", _("No next step"), lambda rows, user: rows.without_next_step()),
        Chip("norm", _("Beyond the norm"), lambda rows, user: rows.beyond_norm()),
        Chip("month", _("Closing this month"), _this_month),
        Chip("won", pgettext_lazy("deals", "Won"), lambda rows, user: rows.won()),
        Chip("lost", pgettext_lazy("deals", "Lost"), lambda rows, user: rows.lost()),
    )
    empty = Empty(
        _("No deals here"),
        _("A deal is an interest that is worked through the stages of a sale: open one (Alt+N)."),
    )
    create = Create(pgettext_lazy("create", "Deal"), "sales:add_deal", ADD, "alt+n")

    def rows(self):
        return Deal.objects.visible_to(self.user).with_people().with_next_step()

    @cached_property
    def filters(self):
        return DealFilter(self.data, queryset=self.rows(), user=self.user)
