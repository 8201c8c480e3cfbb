"""The fields of a proposal's text: «{client}» becomes the client's name when it is sent."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from company.models import Firm
from core import cells, money

FIELDS = {
    "client": pgettext_lazy("field of a proposal", "client"),
    "person": pgettext_lazy("field of a proposal", "person"),
    "title": pgettext_lazy("field of a proposal", "subject"),
    "number": pgettext_lazy("field of a proposal", "number"),
    "total": pgettext_lazy("field of a proposal", "sum"),
    "valid_until": pgettext_lazy("field of a proposal", "until"),
    "ready_on": pgettext_lazy("field of a proposal", "ready"),
    "manager": pgettext_lazy("field of a proposal", "manager"),
    "phone": pgettext_lazy("field of a proposal", "phone"),
    "firm": pgettext_lazy("field of a proposal", "firm"),
}
_FIELD = re.compile(r"\{([^{}\s]{1,30})\}")


def names() -> str:
    """As they are typed, for the hint beside the text."""
    return ", ".join(f"{{{label}}}" for label in FIELDS.values())


def unknown(text: str) -> list[str]:
    known = _known()
    return [name for name in _FIELD.findall(text) if name.lower() not in known]


def filled(text: str, revision) -> str:
    known, values = _known(), None

    def value(match):
        nonlocal values
        code = known.get(match[1].lower())
        if code is None:
            return match[0]
        values = values or _values(revision)
        return values[code]

    return _FIELD.sub(value, text)


def _known() -> dict[str, str]:
    """Typed in the language of the firm or by their code."""
    return {code: code for code in FIELDS} | {str(label): code for code, label in FIELDS.items()}


def _values(revision) -> dict[str, str]:
    proposal = revision.proposal
    manager = proposal.responsible
    return {
        "client": proposal.client.name,
        "person": proposal.person.name if proposal.person else proposal.client.name,
        "title": proposal.title,
        "number": proposal.number,
        "total": _("%(sum)s ₽") % {"sum": money.amount(revision.total)},
        "valid_until": cells.day(revision.valid_until),
        "ready_on": cells.day(revision.promised_on),
        "manager": manager.full_name,
        "phone": manager.phone or proposal.office.phone,
        "firm": Firm.get().name,
    }
