"""The table of tests/access.txt: what each role is answered by each page."""

from pathlib import Path
from typing import NamedTuple

from django.urls import URLResolver, get_resolver

from core import registry
from crm.access import ROLES

FILE = Path(__file__).parent / "access.txt"
PUBLIC = {
    *("favicon", "healthz", "login", "set_language", "interactions:subscription"),
    *("orders:shown_invoice", "orders:open_invoice", "orders:shown_invoice_pdf"),
    *("sales:shown_proposal", "sales:open_proposal", "sales:shown_proposal_pdf"),
    *("sales:answer_proposal", "sales:shown_picture"),
}
MARKS = {403: "-", 404: "0", 405: "."}
LET_IN = {200, 204, 302, 400, 409, 422}


def mark(answer) -> str:
    status = answer.status_code
    if answer.headers.get("Location", "").startswith("/login/"):
        return "?"
    return MARKS.get(status) or ("+" if status in LET_IN else f"!{status}")


class Row(NamedTuple):
    name: str
    variant: str
    method: str
    marks: dict[str, str]

    def __str__(self):
        return " ".join(filter(None, [self.name, self.variant, self.method]))


def table() -> list[Row]:
    rows = []
    for line in FILE.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        head, marks = line.split("|")
        name, *variant, method = head.split()
        rows.append(
            Row(name, "".join(variant), method, dict(zip(ROLES, marks.split(), strict=True)))
        )
    return rows


TABLE = table() if FILE.exists() else []


def requests_of(*prefixes):
    """Rows of pages of one object, asked for by its number."""
    about_one = {name for name, pattern in patterns(get_resolver()) if "pk>" in pattern}
    return [row for row in TABLE if row.name.startswith(prefixes) and row.name in about_one]


def addresses() -> set[str]:
    return {name for name, _ in patterns(get_resolver())}


def patterns(resolver, space="", prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inside = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from patterns(entry, inside, prefix + str(entry.pattern))
        else:
            yield f"{space}{entry.name}", prefix + str(entry.pattern)


def registered() -> set[tuple[str, str]]:
    return (
        {("core:list_export", code) for code in registry.lists}
        | {("core:report", code) for code in registry.reports}
        | {("company:dictionary", code) for code in registry.dictionaries}
    )
