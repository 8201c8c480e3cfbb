import django_filters as filters
from django.forms import HiddenInput
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from company.models import Employee, Office
from core.lists import Column, Empty, List, list_page
from core.widgets import DayInput
from orders.models import Position
from orders.sold.counted import sold_lines


class SoldLineFilter(filters.FilterSet):
    accepted_from = filters.DateFilter(label=_("Accepted from"), widget=DayInput)
    accepted_to = filters.DateFilter(label=_("Accepted to"), widget=DayInput)
    product_group = filters.ModelChoiceFilter(
        label=_("Product group"),
        queryset=ProductGroup.objects.all(),
        empty_label=_("All"),
        null_label=pgettext_lazy("product group", "In no group"),
    )
    manager = filters.ModelChoiceFilter(
        label=_("Manager"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
    )
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )
    newness = filters.ChoiceFilter(
        label=_("Clients"),
        choices=[
            ("new", pgettext_lazy("clientele", "New clients")),
            ("regular", _("Regular clients")),
        ],
        empty_label=_("All"),
    )
    ad_source = filters.CharFilter(widget=HiddenInput)
    region = filters.CharFilter(widget=HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def filter_queryset(self, queryset):
        wanted = self.form.cleaned_data
        since, until = wanted["accepted_from"], wanted["accepted_to"]
        found = sold_lines(self.user, since, until, **narrowing(wanted))
        return queryset.filter(pk__in=found.values("pk")) if self.data else queryset


PATHS = {"region": "client__region"}


def narrowing(wanted: dict) -> dict:
    """Columns of orders and their lines from what a filter was given; «null» is nothing."""
    found = {}
    for name in ("product_group", "manager", "office", "ad_source", "region"):
        if value := wanted.get(name):
            found[PATHS.get(name, name)] = None if value == "null" else getattr(value, "pk", value)
    if wanted.get("newness"):
        found["is_of_new_client"] = wanted["newness"] == "new"
    return found


@list_page
class SoldLineList(List):
    """The lines of accepted orders: what the analyses of sales by product group lead to."""

    code = "sold_lines"
    title = pgettext_lazy("list", "Sold lines")
    right = "orders.see_prices"
    url_name = "orders:sold_lines"
    filterset_class = SoldLineFilter
    columns = (
        Column("order", _("Number"), "order.number", kind="strong"),
        Column(
            "accepted",
            pgettext_lazy("work order", "Accepted at"),
            lambda row: localdate(row.order.accepted_at),
            kind="date",
        ),
        Column("title", _("What is made")),
        Column("product_group", _("Product group"), lambda row: row.product_group or ""),
        Column("quantity", _("Quantity"), kind="number"),
        Column("total", _("Sum"), kind="money"),
        Column("manager", _("Manager"), "order.manager.short_name"),
        Column("id", pgettext_lazy("line", "Taken"), "pk", sort="id", optional=True),
    )
    default_sort = "-id"
    totals = {"total": _("Sum")}
    empty = Empty(
        _("Nothing was sold"), _("Lines of accepted orders stand here; choose another period.")
    )

    def rows(self):
        seen = Position.objects.sold(self.user, None, None)
        return seen.select_related("order__manager", "product_group").defer("spec", "explanation")

    @cached_property
    def filters(self):
        return SoldLineFilter(self.data, queryset=self.rows(), user=self.user)

    def row_url(self, row):
        return row.order.get_absolute_url()
