"""The columns of a file of old orders, and what such files call them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients.importing.kinds import ImportField


def fields(user) -> list[ImportField]:
    words = {code: tuple(said.split(", ")) for code, said in _words().items()}
    labels = {
        "number": _("Order number"),
        "day": _("Date of the order"),
        "client": _("Client"),
        "phone": _("Client's phone"),
        "external_key": _("Client's number in another system"),
        "text": _("What was made"),
        "total": _("Sum"),
        "state": _("State"),
        "manager": _("Manager"),
    }
    return [
        ImportField(code, label, words[code], several=code == "text")
        for code, label in labels.items()
    ]


def _words() -> dict[str, str]:
    return {
        "number": pgettext("names of a column", "number, order, order no"),
        "day": pgettext("names of a column", "date, order date"),
        "client": pgettext("names of a column", "customer, client name, full name"),
        "phone": pgettext("names of a column", "telephone, mobile, client phone"),
        "external_key": pgettext("names of a column", "client id, client code"),
        "text": pgettext("names of a column", "text, description, order text, goods"),
        "total": pgettext("names of a column", "amount, total, price, cost"),
        "state": pgettext("names of a column", "status, order state"),
        "manager": pgettext("names of a column", "responsible, taken by"),
    }
