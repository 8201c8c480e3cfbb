"""What discounts were given against the policy, and what orders earn."""

from decimal import Decimal
from functools import partial
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F, Sum
from django.db.models.functions import NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.allowed_words import SEE_COSTS
from catalog.costing import margin_percent
from clients.models import Client
from company.models import Employee
from core import clock
from core.money import ZERO
from core.reports import Chart, Column, PeriodForm, Report, report
from orders.models import WorkOrder
from orders.work_orders.counted import BEYOND_POLICY, given

MANAGER, CLIENT = "manager", "client"


def this_month() -> dict:
    today = clock.today()
    return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}


def orders_behind(discount, figure):
    """The link to the same orders in the list: same period, whose, and which discounts."""

    def link(row, filters):
        if not row[figure]:
            return None
        period = {f"accepted_{end}": filters[name] for name, end in ENDS if filters[name]}
        told = {name: day.isoformat() for name, day in period.items()}
        return f"{reverse('orders:index')}?{urlencode(told | row['key'] | {'given': discount})}"

    return link


ENDS = (("since", "from"), ("until", "to"))
ANY, BEYOND = partial(orders_behind, "any"), partial(orders_behind, "beyond")


class ByForm(PeriodForm):
    by = forms.ChoiceField(
        label=pgettext_lazy("report", "By"),
        choices=[
            (MANAGER, pgettext_lazy("report by", "Managers")),
            (CLIENT, pgettext_lazy("report by", "Clients")),
        ],
        required=False,
    )


@report
class DiscountsAgainstPolicy(Report):
    code = "discounts_against_policy"
    title = _("Discounts against the policy")
    basis = _(
        "Orders accepted in the period and not cancelled that have a discount of their own; beyond"
        " the policy: more than it gave on the day of the price. What was given is what the"
        " discount took off the sum."
    )
    right = "orders.approve_discount_workorder"
    icon = "discount"
    form_class = ByForm
    columns = (
        Column("name", pgettext_lazy("entry", "Name")),
        Column("orders", _("Orders with a discount"), "number", True, ANY("orders")),
        Column("sum", _("Sum"), "money", True, ANY("sum")),
        Column("given", pgettext_lazy("discounts", "Given"), "money", True, ANY("given")),
        Column("beyond", _("Beyond the policy"), "number", True, BEYOND("beyond")),
        Column("beyond_given", _("Given with these"), "money", True, BEYOND("beyond_given")),
    )
    chart = Chart("bar", "name", ("given", "beyond_given"))
    order = 24

    @staticmethod
    def defaults(user):
        return this_month() | {"by": MANAGER}

    def rows(self, filters):
        by = filters["by"] or MANAGER
        seen = WorkOrder.objects.visible_to(self.user)
        found = seen.accepted_between(filters["since"], filters["until"]).discounted().order_by()
        lines = list(
            found.annotate(gift=given())
            .values(by)
            .annotate(
                orders=Count("pk"),
                sum=Sum("total"),
                given=Sum("gift"),
                beyond=Count("pk", filter=BEYOND_POLICY),
                beyond_given=Sum("gift", filter=BEYOND_POLICY, default=ZERO),
            )
            .order_by("-given", by)
        )
        names = _names(by, {line[by] for line in lines})
        for line in lines:
            yield {**line, "name": names[line[by]], "key": {by: line[by]}}

    def whole(self, filters):
        return {"key": {}}


def _names(by, pks) -> dict[int, str]:
    if by == CLIENT:
        return dict(Client.objects.filter(pk__in=pks).values_list("pk", "name"))
    return {pk: person.short_name for pk, person in Employee.objects.in_bulk(pks).items()}


@report
class MarginByOrder(Report):
    code = "margin_by_order"
    title = _("Margin by order")
    basis = _(
        "Orders accepted in the period and not cancelled whose cost was known on the day of the"
        " price. The margin is the share of the sum without VAT that is left after material by"
        " purchase prices with its waste and work by the norms of time."
    )
    right = SEE_COSTS
    icon = "percentage"
    columns = (
        Column(
            "number",
            _("Number"),
            link=lambda row, filters: reverse("orders:card", args=[row["pk"]]),
        ),
        Column("client", _("Client")),
        Column("manager", _("Manager")),
        Column("net", _("Sum without VAT"), "money", True),
        Column("cost", _("Cost"), "money", True),
        Column("earned", _("Margin, ₽"), "money", True),
        Column("margin", _("Margin, %"), "number"),
        Column("discount", _("Discount, %"), "number"),
    )
    order = 25

    @staticmethod
    def defaults(user):
        return this_month()

    def rows(self, filters):
        seen = WorkOrder.objects.visible_to(self.user)
        found = seen.accepted_between(filters["since"], filters["until"]).with_margin()
        share = F("earned") / NullIf(F("net"), Decimal(0))
        for order in found.select_related("client", "manager").order_by(
            share.asc(nulls_first=True), "pk"
        ):
            yield {
                "pk": order.pk,
                "number": order.number,
                "client": order.client.name,
                "manager": order.manager.short_name,
                "net": order.net,
                "cost": order.cost,
                "earned": order.earned,
                "margin": margin_percent(order.net, order.cost),
                "discount": order.discount_percent or None,
            }

    def foot(self):
        """The margin of all together, not the sum of the margins."""
        cells = super().foot()
        totals = self.totals
        for cell in cells:
            if cell["column"].code == "margin" and self.table:
                cell["value"] = margin_percent(Decimal(totals["net"]), Decimal(totals["cost"]))
        return cells
