"""The conditions of a segment as they are kept: a tree of groups, and conditions as its leaves."""

from collections.abc import Iterator
from dataclasses import dataclass, field

AND, OR = "and", "or"
DEEPEST = 4  # groups inside each other: more than that nobody can read on one screen
MOST = 40  # conditions of one segment


@dataclass
class Condition:
    """`values` are texts as they were typed or chosen; `operator` says how many it takes."""

    attribute: str
    operator: str = ""
    values: list[str] = field(default_factory=list)
    is_not: bool = False

    def as_json(self) -> dict:
        return {
            "attribute": self.attribute,
            "operator": self.operator,
            "values": self.values,
            "not": self.is_not,
        }


@dataclass
class Group:
    join: str = AND
    parts: list = field(default_factory=list)
    is_not: bool = False

    def as_json(self) -> dict:
        parts = [part.as_json() for part in self.parts]
        return {"join": self.join, "parts": parts, "not": self.is_not}

    def conditions(self) -> Iterator[Condition]:
        for part in self.parts:
            if isinstance(part, Group):
                yield from part.conditions()
            else:
                yield part


def from_json(kept: dict) -> Group | Condition:
    is_not = bool(kept.get("not"))
    if "parts" in kept:
        return Group(kept["join"], [from_json(part) for part in kept["parts"]], is_not)
    return Condition(kept["attribute"], kept["operator"], list(kept["values"]), is_not)
