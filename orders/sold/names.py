"""By what sales are cut, and how the rows of each cut are called."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from catalog.models import ProductGroup
from clients.models import AdSource, Region
from company.models import Employee, Office
from orders.sold.counted import FIRST, GROUP, MONTH

REGION = "client__region"
MODELS = {GROUP: ProductGroup, "ad_source": AdSource, REGION: Region, "office": Office}


def cuts(segment) -> list[tuple[str, str]]:
    return [
        ("manager", pgettext_lazy("report by", "Managers")),
        (GROUP, pgettext_lazy("report by", "Product groups")),
        (FIRST, pgettext_lazy("report by", "New and regular clients")),
        (segment, pgettext_lazy("report by", "Segments of clients")),
        ("ad_source", pgettext_lazy("report by", "Ad sources")),
        (REGION, pgettext_lazy("report by", "Regions")),
        ("office", pgettext_lazy("report by", "Offices")),
        (MONTH, pgettext_lazy("report by", "Months")),
    ]


def named(by: str, values: set) -> dict:
    """Of each value of the cut its name, in one query or none."""
    if by == MONTH:
        return {month: date_format(month, "YEAR_MONTH_FORMAT") for month in values}
    if by == FIRST:
        return {True: pgettext("clientele", "New clients"), False: _("Regular clients")}
    if by == "manager":
        people = Employee.objects.in_bulk(values)
        return {pk: person.short_name for pk, person in people.items()}
    found = MODELS[by].objects.in_bulk(value for value in values if value is not None)
    nothing = pgettext("product group", "In no group") if by == GROUP else _("Not known")
    return {None: nothing} | {pk: str(row) for pk, row in found.items()}
