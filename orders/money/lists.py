from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee, Office, Role
from company.models.employee import NAMES
from core.lists import Chip, Column, Empty, List, list_page
from orders.models import Payment, WorkOrder

ROW = ("kind", "method", "amount", "ground", "at", "receipt_state", "order__year", "order__seq",
       "order__client__name", "office__name", *(f"by__{name}" for name in NAMES))  # fmt: skip
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PaymentFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DATE)
    until = filters.DateFilter(label=_("To"), widget=DATE)
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )
    by = filters.ModelChoiceFilter(
        label=_("Who took it"),
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )
    method = filters.ChoiceFilter(
        label=_("Method"), choices=Payment.Method.choices, empty_label=_("All")
    )
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Payment.Kind.choices, empty_label=_("All"))

    def filter_queryset(self, queryset):
        return queryset.cash(**self.form.cleaned_data)


@list_page
class PaymentList(List):
    code = "payments"
    title = _("Payments")
    right = "orders.view_payment"
    url_name = "orders:payments"
    is_steady = True
    columns = (
        Column("at", pgettext_lazy("moment", "When"), kind="moment", sort="at"),
        Column("order", _("Order"), "order.number", kind="strong"),
        Column("client", _("Client"), "order.client.name"),
        Column("kind", _("Kind"), lambda row: Payment.Kind(row.kind), kind="status"),
        Column("method", _("Method"), lambda row: Payment.Method(row.method).label),
        Column("amount", _("Sum"), kind="money"),
        Column("by", _("Who took it"), "by.short_name"),
        Column("office", _("Office"), "office.name"),
        Column("receipt_state", _("Receipt"), kind="status"),
        Column("ground", _("Ground")),
    )
    default_sort = "-at"
    filterset_class = PaymentFilter
    chips = (
        Chip("today", pgettext_lazy("payments", "Today"), lambda rows, user: rows.today()),
        Chip("refunds", pgettext_lazy("payments", "Refunds"), lambda rows, user: rows.refunds()),
        Chip(
            "corrections",
            pgettext_lazy("payments", "Corrections"),
            lambda rows, user: rows.corrections(),
        ),
        Chip(
            "without_receipt",
            pgettext_lazy("payments", "Without a receipt"),
            lambda rows, user: rows.without_receipt(),
        ),
    )
    totals = {"amount": _("Sum")}
    empty = Empty(
        _("No payments yet"), _("Money is taken on the page of an order and then stands here.")
    )

    def __init__(self, user, data):
        super().__init__(user, data)
        if user.role.scope != Role.Scope.ALL:
            self.columns = tuple(each for each in self.columns if each.code != "office")

    def rows(self):
        rows = Payment.objects.visible_to(self.user)
        return rows.select_related("order__client", "by", "office").only(*ROW)

    def row_url(self, row):
        """From the rows without a receipt one goes to writing it down and comes back."""
        if self._asks_receipts:
            return f"{reverse('orders:write_receipt', args=[row.pk])}?{self._back}"
        return row.order.get_absolute_url() if row.order_id in self._orders_seen else ""

    @cached_property
    def _asks_receipts(self):
        chosen = self.chip is not None and self.chip.code == "without_receipt"
        return chosen and self.user.has_perm("orders.write_receipt_payment")

    @cached_property
    def _back(self):
        return urlencode({"next": self.url_with()})

    @cached_property
    def _orders_seen(self):
        """Money may lie in one office for an order of another, which is not opened from here."""
        wanted = {row.order_id for row in self.page.rows}
        seen = WorkOrder.objects.visible_to(self.user).filter(pk__in=wanted)
        return set(seen.values_list("pk", flat=True))
