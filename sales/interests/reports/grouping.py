"""By what interests are counted, and which filter of the list opens what a line counts."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sales.interests.lifecycle import InterestStatus
from sales.interests.lists import NOT_NAMED

SORTS = {False: _("Interests of new clients"), True: _("Needs of existing clients")}


@dataclass(frozen=True)
class Grouping:
    """`field` is asked for, and `names` name its value; the list filters by the same word."""

    label: str
    field: str
    names: tuple[str, ...] = ()
    unnamed: str = ""
    word: Callable | None = None

    def name(self, line) -> str:
        if self.word:
            return str(self.word(line[self.field]))
        return " ".join(filter(None, (line[each] for each in self.names))) or str(self.unnamed)

    def key(self, line) -> dict:
        value = line[self.field]
        if isinstance(value, bool):
            value = int(value)
        return {self.field: NOT_NAMED if value is None else value}


PERSON = ("responsible__last_name", "responsible__first_name")
GROUPINGS = {
    "ad_source": Grouping(_("Ad source"), "ad_source", ("ad_source__name",), _("Not known")),
    "product_groups": Grouping(
        _("Product group"),
        "product_groups",
        ("product_groups__name",),
        pgettext_lazy("product group", "Not named"),
    ),
    "responsible": Grouping(_("Manager"), "responsible", PERSON),
    "is_need": Grouping(
        pgettext_lazy("interests", "New or existing client"), "is_need", word=SORTS.get
    ),
    "status": Grouping(_("Result"), "status", word=lambda value: InterestStatus(value).label),
    "loss_reason": Grouping(
        _("Why nothing came of it"), "loss_reason", ("loss_reason__name",), _("Not refused")
    ),
}
MONTH = "month"
CHOICES = [*((code, each.label) for code, each in GROUPINGS.items()), (MONTH, _("Month"))]
