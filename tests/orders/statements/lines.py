"""Money that came today: in the bank's file, and as a line that waits for a person."""

from core import clock
from orders.money.statements.matching import match
from tests import given
from tests.orders.bank_file import document, statement

TODAY = clock.today().strftime("%d.%m.%Y")


def came(amount, purpose="Оплата", **facts):
    return document(amount=str(amount), purpose=purpose, day=TODAY, **facts)


def of_today(*documents, **file):
    return statement(*documents, **file).replace(b"11.11.2026", TODAY.encode())


def loaded(amount, by, *, number="1", **facts):
    sent = came(amount, number=number, **facts)
    return given.statement(statement(sent), by=by).lines.get()


def candidates(line):
    return match([line])[line.pk].candidates
