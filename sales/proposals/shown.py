"""The lines of a revision as pages and paper show them: what is in the sum, then what there is to
choose from, then the options."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from sales.proposals.models import Part, ProposalLine


class Group(NamedTuple):
    part: str
    number: int  # of the alternatives to each other; 0: none
    title: str
    lines: list[ProposalLine]


def groups_of(lines) -> list[Group]:
    fixed = [line for line in lines if line.part == Part.FIXED]
    options = [line for line in lines if line.is_option]
    found = [Group(Part.FIXED, 0, "", fixed)] if fixed else []
    for number in sorted({line.group for line in lines if line.is_alternative}):
        title = _("Choice %(number)s: one of these") % {"number": number}
        theirs = [line for line in lines if line.group == number]
        found.append(Group(Part.ALTERNATIVE, number, title, theirs))
    if options:
        found.append(Group(Part.OPTION, 0, _("Options, as you wish"), options))
    return found
