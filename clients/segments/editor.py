"""The conditions as a page of fields: read from what was posted, changed by its buttons, drawn.

Each part has a path, "0" for the whole, "0.1" for the second part of it; the names of its fields
begin with the path, so the page needs no script of its own.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from clients import attributes as kinds
from clients.segments import operators
from clients.segments.terms import TermForm
from clients.segments.tree import AND, DEEPEST, MOST, OR, Condition, Group

WHOLE = "0"
FIRST = "kind"  # the attribute of a new condition, until another is chosen


def posted(data, known) -> Group:
    """The tree of a posted page, after what the pressed button asks for."""
    parts = {WHOLE: Group()}
    for path in data.getlist("part")[: 2 * MOST]:
        part = _part(path, data, known)
        parent = parts.get(path.rpartition(".")[0])
        if path == WHOLE:
            parts[path] = part
        elif isinstance(parent, Group) and path.count(".") <= DEEPEST:
            parent.parts.append(part)
            parts[path] = part
    _press(parts, data.get("press", ""), known)
    return parts[WHOLE]


def _part(path, data, known):
    is_not = f"{path}-not" in data
    if f"{path}-join" in data:
        return Group(OR if data[f"{path}-join"] == OR else AND, [], is_not)
    condition = Condition(data.get(f"{path}-attribute", ""), is_not=is_not)
    _settle(condition, data.get(f"{path}-operator", ""), known)
    form = TermForm(condition, known)
    if form.is_several:
        condition.values = data.getlist(f"{path}-value0")
    else:
        condition.values = [data.get(f"{path}-{name}", "").strip() for name in form.fields]
    return condition


def _settle(condition, operator, known):
    """Another attribute may not know the operator of the one before."""
    attribute = known.get(condition.attribute)
    fitting = operators.of(attribute) if attribute else {}
    condition.operator = operator if operator in fitting else next(iter(fitting), "")


def _press(parts, button, known):
    verb, _colon, path = button.partition(":")
    part = parts.get(path)
    if verb == "remove" and part and path != WHOLE:
        parent = parts[path.rpartition(".")[0]]
        parent.parts = [each for each in parent.parts if each is not part]
    elif isinstance(part, Group) and verb in {"add", "group"} and len(parts) <= MOST:
        part.parts.append(_new(known) if verb == "add" else Group(OR, [_new(known)]))


def _new(known):
    condition = Condition(FIRST)
    _settle(condition, "", known)
    return condition


@dataclass
class Drawn:
    """What the template of one part shows."""

    path: str
    part: Group | Condition
    is_group: bool
    may_hold_groups: bool = False
    parts: list = field(default_factory=list)
    form: TermForm | None = None
    chosen: str = ""  # the attribute's label


def drawn(part, known, path=WHOLE) -> Drawn:
    if isinstance(part, Group):
        inside = [drawn(each, known, f"{path}.{place}") for place, each in enumerate(part.parts)]
        return Drawn(path, part, True, path.count(".") < DEEPEST - 1, inside)
    attribute = known.get(part.attribute)
    return Drawn(
        path,
        part,
        False,
        form=TermForm(part, known, prefix=path),
        chosen=attribute.label if attribute else "",
    )


def beginning(known) -> Group:
    """A page that is opened for the first time has one condition to fill in."""
    return Group(AND, [_new(known)])


def offered(known) -> list[tuple[str, list]]:
    """The attributes by where they come from, as a select groups them."""
    return [
        (label, found)
        for sources, label in HEADS
        if (found := [each for each in known.values() if each.source in sources])
    ]


HEADS = (
    ((kinds.FIELDS, kinds.RELATED), _("Card")),
    ((kinds.FIGURE,), _("Figures")),
    ((kinds.OWN,), _("Own fields")),
    ((kinds.REQUISITES,), _("Requisites")),
)
