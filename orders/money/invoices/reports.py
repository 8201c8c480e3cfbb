"""The register of invoices: what clients were asked for, with the VAT in it."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Client
from company.models import Employee
from core import clock
from core.reports import Chart, Column, PeriodForm, Report, report
from orders.models import Invoice

DAY, MANAGER, CLIENT = "issued_on", "manager", "client"


class RegisterForm(PeriodForm):
    by = forms.ChoiceField(
        label=pgettext_lazy("report", "By"),
        choices=[
            (DAY, pgettext_lazy("report by", "Days")),
            (MANAGER, pgettext_lazy("report by", "Managers")),
            (CLIENT, pgettext_lazy("report by", "Clients")),
        ],
        required=False,
    )


def invoices_behind(row, filters):
    """The list of the same invoices."""
    period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
    chosen = {**period, **row["key"], "chip": "standing"}
    return f"{reverse('orders:invoices')}?{urlencode(chosen)}"


@report
class InvoiceRegister(Report):
    code = "invoice_register"
    title = _("Register of invoices")
    basis = _(
        "Invoices issued in the period and not cancelled; the VAT is that printed on them. Paid:"
        " what stands on them today, whenever it came."
    )
    right = "orders.view_invoice"
    icon = "file-invoice"
    form_class = RegisterForm
    columns = (
        Column("name", pgettext_lazy("entry", "Name")),
        Column("invoices", _("Invoices"), "number", True, invoices_behind),
        Column("asked", _("Sum"), "money", True, invoices_behind),
        Column("vat", _("VAT in it"), "money", True),
        Column("came", _("Paid"), "money", True),
        Column("left", _("Left to pay"), "money", True),
    )
    chart = Chart("bar", "name", ("came", "left"))
    order = 15

    @staticmethod
    def defaults(user):
        today = clock.today()
        month = {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}
        return month | {"by": DAY}

    def rows(self, filters):
        by = filters["by"] or DAY
        seen = Invoice.objects.visible_to(self.user).standing()
        lines = list(
            seen.issued_between(filters["since"], filters["until"])
            .values(by)
            .annotate(
                invoices=Count("pk"),
                asked=Sum("amount"),
                vat=Sum("vat_amount"),
                came=Sum("paid"),
                left=Sum("open_amount"),
            )
            .order_by(by if by == DAY else "-asked", by)
        )
        names = _names(by, {line[by] for line in lines})
        return [{**line, "name": names[line[by]], "key": _key(by, line[by])} for line in lines]

    def whole(self, filters):
        return {"key": {}}


def _key(by, value) -> dict:
    if by == DAY:
        return {"since": value.isoformat(), "until": value.isoformat()}
    return {by: value}


def _names(by, found) -> dict:
    if by == DAY:
        return {day: f"{day:%d.%m.%Y}" for day in found}
    if by == CLIENT:
        return dict(Client.objects.filter(pk__in=found).values_list("pk", "name"))
    return {pk: person.short_name for pk, person in Employee.objects.in_bulk(found).items()}
