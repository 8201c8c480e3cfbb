"""What every change of many clients can say and do."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet

from clients.models import Client


@dataclass
class Change:
    """`value` is JSON. `barred` are those who may not be changed, with the reason; `same` those who
    say this already; `apply` changes clients who are neither, locked, and answers what went along:
    {label: how many}."""

    code: str
    label: str
    group: str = ""

    def field(self, by) -> forms.Field:
        raise NotImplementedError

    def as_json(self, cleaned) -> Any:
        return cleaned

    def words(self, value) -> str:
        return str(value)

    def title(self, value) -> str:
        return f"{self.label}: {self.words(value) or chr(8212)}"

    def check(self, value, by):
        """Refused where this person may not do it, or where the value is not there any more."""

    def barred(self) -> list[tuple[str, QuerySet]]:
        return []

    def same(self, clients, value) -> QuerySet:
        raise NotImplementedError

    def before(self, clients) -> dict[int, str]:
        """{pk: what a client says now, in words}"""
        raise NotImplementedError

    def after(self, before, value) -> str:
        return self.words(value)

    def apply(self, changeset, clients, value, *, by, along=()) -> dict[str, int]:
        raise NotImplementedError

    def finish(self, value):
        """After the last piece, and after undoing."""


@dataclass
class Split:
    """Of the chosen clients: who changes, who says it already, who may not be changed and why."""

    changing: QuerySet
    same: QuerySet
    barred: list[tuple[str, QuerySet]] = field(default_factory=list)


def split(change, clients, value) -> Split:
    barred, open_to_change = [], clients
    for reason, narrowed in change.barred():
        barred.append((reason, narrowed(open_to_change)))
        left_out = narrowed(Client.objects.all()).values("pk")
        open_to_change = open_to_change.exclude(pk__in=left_out)
    says_it = Exists(change.same(Client.objects.filter(pk=OuterRef("pk")), value))
    changing = open_to_change.filter(~says_it)
    return Split(changing, change.same(open_to_change, value), barred)
