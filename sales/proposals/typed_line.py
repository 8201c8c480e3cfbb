"""One line of the screen of a proposal: besides what is made, whether it is in the sum."""

from functools import cached_property

from django.utils.translation import gettext as _

from orders.work_orders.typed import POSITION
from orders.work_orders.typed_line import TypedLine
from sales.proposals.content import OfferedLine
from sales.proposals.models import Part

PART, MOST_GROUPS = "part", 5


def choices() -> list[tuple[str, str]]:
    """As the select of a line offers them; a group of alternatives is told by its number."""
    groups = range(1, MOST_GROUPS + 1)
    named = [
        (f"{group}", _("Alternative, group %(number)s") % {"number": group}) for group in groups
    ]
    return [("", Part.FIXED.label), (Part.OPTION.value, Part.OPTION.label), *named]


class ProposedLine(TypedLine):
    template = "sales/proposals/_line.html"

    @cached_property
    def chosen_part(self) -> str:
        chosen = self.data.get(f"{self.prefix}-{PART}", "")
        return chosen if chosen in dict(choices()) else ""

    @property
    def part(self) -> Part:
        if self.chosen_part.isdecimal():
            return Part.ALTERNATIVE
        return Part(self.chosen_part or Part.FIXED)

    @property
    def group(self) -> int:
        return int(self.chosen_part) if self.part == Part.ALTERNATIVE else 0

    @property
    def key(self) -> int | None:
        """Of the line that it continues."""
        named = self.data.get(f"{self.prefix}-{POSITION}", "")
        return int(named) if named.isdecimal() and len(named) < 5 else None

    def parts(self) -> list[tuple[str, str, bool]]:
        return [(value, label, value == self.chosen_part) for value, label in choices()]

    @property
    def offered(self) -> OfferedLine:
        return OfferedLine(self.content, self.part, self.group, self.key)
