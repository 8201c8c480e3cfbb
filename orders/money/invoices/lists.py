import django_filters as filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee, Office, Role
from company.models.employee import NAMES
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from orders.models import Invoice
from orders.money.debts.ages import BY_CODE, CHOICES

ROW = ("year", "seq", "status", "issued_on", "due_on", "expected_on", "amount", "paid",
       "open_amount", "created_at", "client__name", "office__name",
       *(f"manager__{name}" for name in NAMES))  # fmt: skip


class InvoiceFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DayInput)
    until = filters.DateFilter(label=_("To"), widget=DayInput)
    client = filters.NumberFilter(widget=filters.widgets.forms.HiddenInput)
    manager = filters.ModelChoiceFilter(
        label=_("Manager"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
    )
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )
    age = filters.ChoiceFilter(label=_("Overdue by"), choices=CHOICES, empty_label=_("Any"))

    def filter_queryset(self, queryset):
        wanted = dict(self.form.cleaned_data)
        rows = queryset.issued_between(wanted.pop("since"), wanted.pop("until"))
        if age := BY_CODE.get(wanted.pop("age")):
            rows = rows.open().aged(age)
        return rows.filter(**{name: value for name, value in wanted.items() if value})


def _inn(row):
    return getattr(getattr(row.client, "requisites", None), "inn", "")


OF_FILE = (
    Column("vat_percent", _("VAT, %"), kind="number"),
    Column("vat_amount", _("VAT"), kind="money"),
    Column("paid", _("Paid"), kind="money"),
)
INN = Column("inn", _("INN"), _inn)


@list_page
class InvoiceList(List):
    code = "invoices"
    title = _("Invoices")
    right = "orders.view_invoice"
    url_name = "orders:invoices"
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("created_at", _("Date"), lambda row: row.issued_on, kind="date", sort="created_at"),
        Column("client", _("Client"), "client.name"),
        Column("status", _("State"), lambda row: row.state, kind="status"),
        Column("amount", _("Sum"), kind="money"),
        Column("open_amount", _("Left to pay"), kind="money"),
        Column("due_on", _("To be paid by"), kind="date"),
        Column("expected_on", _("Expected on"), kind="date", optional=True),
        Column("manager", _("Manager"), "manager.short_name"),
        Column("office", _("Office"), "office.name"),
    )
    default_sort = "-created_at"
    filterset_class = InvoiceFilter
    chips = (
        Chip(
            "standing",
            pgettext_lazy("invoices", "Not cancelled"),
            lambda rows, user: rows.standing(),
        ),
        Chip("open", pgettext_lazy("invoices", "To be paid"), lambda rows, user: rows.open()),
        Chip("overdue", pgettext_lazy("invoices", "Overdue"), lambda rows, user: rows.overdue()),
        Chip("disputed", pgettext_lazy("invoices", "Disputed"), lambda rows, user: rows.disputed()),
        Chip(
            "not_given",
            pgettext_lazy("invoices", "Not given to the client"),
            lambda rows, user: rows.not_given(),
        ),
        Chip("paid", pgettext_lazy("invoices", "Paid"), lambda rows, user: rows.paid()),
        Chip(
            "cancelled",
            pgettext_lazy("invoices", "Cancelled"),
            lambda rows, user: rows.cancelled(),
        ),
    )
    totals = {"amount": _("Sum"), "open_amount": _("Left to pay")}
    empty = Empty(
        _("No invoices yet"),
        _("An invoice is issued on the page of an order, or for several orders of a client here."),
    )
    create = Create(_("New invoice"), "orders:issue_invoice", "orders.add_invoice")

    def __init__(self, user, data):
        super().__init__(user, data)
        if user.role.scope != Role.Scope.ALL:
            self.columns = tuple(each for each in self.columns if each.code != "office")

    @property
    def file_columns(self):
        return (INN, *OF_FILE) if self.user.sees_field("inn") else OF_FILE

    def in_full(self, rows):
        shown = (*ROW, "vat_percent", "vat_amount", "client__requisites__inn")
        return rows.select_related("client__requisites").only(*shown)

    def rows(self):
        rows = Invoice.objects.visible_to(self.user)
        return rows.with_people().only(*ROW)
