import django_filters as filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Office, Role
from core.lists import Chip, Column, Empty, List, list_page
from core.widgets import DayInput
from orders.models import CashShift


class CashShiftFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DayInput)
    until = filters.DateFilter(label=_("To"), widget=DayInput)
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )

    def filter_queryset(self, queryset):
        return queryset.opened_between(**self.form.cleaned_data)


@list_page
class CashShiftList(List):
    code = "cash_shifts"
    title = _("Cash shifts")
    right = "orders.view_cashshift"
    url_name = "orders:cash_shifts"
    columns = (
        Column("opened_at", pgettext_lazy("cash shift", "Opened"), kind="moment", sort="opened_at"),
        Column("office", _("Office"), "office.name"),
        Column("opened_by", _("Who opened it"), "opened_by.short_name"),
        Column("status", _("State"), kind="status", value=lambda row: row.state),
        Column("closed_at", pgettext_lazy("cash shift", "Closed"), kind="moment"),
        Column("closed_by", _("Who closed it"), "closed_by.short_name"),
        Column("expected_amount", _("Should be in the drawer"), kind="money"),
        Column("counted_amount", _("Counted"), kind="money"),
        Column("difference", _("Difference"), kind="money", value=lambda row: row.difference or ""),
        Column("difference_ground", _("Ground")),
    )
    default_sort = "-opened_at"
    filterset_class = CashShiftFilter
    chips = (
        Chip("open", pgettext_lazy("cash shifts", "Open"), lambda rows, user: rows.open()),
        Chip(
            "with_difference",
            pgettext_lazy("cash shifts", "With a difference"),
            lambda rows, user: rows.with_difference(),
        ),
    )
    totals = {"difference": _("Difference")}
    empty = Empty(
        _("No cash shifts yet"),
        _("A shift is opened by counting the drawer; from then on cash goes into it."),
    )

    def __init__(self, user, data):
        super().__init__(user, data)
        if user.role.scope != Role.Scope.ALL:
            self.columns = tuple(each for each in self.columns if each.code != "office")

    def rows(self):
        rows = CashShift.objects.visible_to(self.user)
        return rows.select_related("office", "opened_by", "closed_by")
