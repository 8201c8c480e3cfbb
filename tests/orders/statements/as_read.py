"""What a test asks a statement for when it has been read."""

from orders.money.statements.reading import read
from tests.orders.bank_file import statement


def only_entry(*sections, **file):
    (entry,) = read(statement(*sections, **file)).entries
    return entry


def said(found):
    return [(fault.line, fault.text) for fault in found.faults]
