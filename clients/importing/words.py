"""How files speak of kinds of clients and of those who work here."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients.duplicates.entry import LEGAL_FORMS
from clients.models import Client
from clients.search import fold
from company.models import Employee

Kind = Client.Kind


def kind_named(cell) -> str:
    written = {
        Kind.PERSON: pgettext("words of a file", "person, private, individual"),
        Kind.ORGANISATION: pgettext("words of a file", "organisation, company, legal entity"),
    }
    named = {
        fold(word): kind
        for kind, words in written.items()
        for word in [kind.value, str(kind.label), *words.split(", ")]
    }
    found = named.get(fold(cell))
    if not found:
        raise ValueError(
            _("Write “%(person)s” or “%(organisation)s”.")
            % {"person": Kind.PERSON.label, "organisation": Kind.ORGANISATION.label}
        )
    return found


def kind_of(values) -> str:
    """Whoever has an INN or a legal form in the name is an organisation."""
    is_firm = values.get("inn") or LEGAL_FORMS.intersection(fold(values["name"]).split())
    return Kind.ORGANISATION if is_firm else Kind.PERSON


def manager_names() -> dict[str, int]:
    """{a name in any of its writings, in small letters: who works here}; 0 where two have it."""
    named = {}
    for person in Employee.objects.working():
        for name in {person.full_name, person.short_name, person.username}:
            known = named.setdefault(name.lower(), person.pk)
            if known != person.pk:
                named[name.lower()] = 0
    return named
