"""A day of the firm's bank, as a file that is loaded."""

from bench.debts import account, inn
from clients.models import Client
from core import clock
from tests import given
from tests.orders.bank_file import WE, document, statement

MOMENT = clock.now()


class Bank:
    """Who pays, and what the file of the day will say of it."""

    def __init__(self):
        self.olga, self.vera = given.employee(), given.employee("accountant")
        given.bank_account()
        self.sections, self.payers = [], {}

    def client(self, **fields):
        number = len(self.payers) + 1
        name = f"ООО «Клиент {number}»"
        found = given.organisation(name, by=self.olga, inn=inn(number), account=account(number))
        Client.objects.filter(pk=found.pk).update(**fields)
        self.payers[found.pk] = {"name": name, "inn": inn(number), "account": account(number)}
        found.refresh_from_db()
        return found

    def order(self, client):
        return given.order(by=self.olga, of=client)

    def invoice(self, *orders, **terms):
        return given.invoice(*orders, by=self.olga, **terms)

    def pays(self, client, amount, purpose):
        self._says(amount, purpose, payer=self.payers[client.pk])

    def pays_invoice(self, invoice, amount=None):
        self.pays(invoice.client, amount or invoice.amount, f"Оплата по счету {invoice.number}")

    def pays_out(self, payee, amount, purpose):
        self._says(amount, purpose, payer=WE, payee=payee)

    def _says(self, amount, purpose, **parties):
        self.sections.append(
            document(
                number=str(len(self.sections) + 1),
                day=f"{MOMENT:%d.%m.%Y}",
                amount=f"{amount:.2f}",
                purpose=purpose,
                **parties,
            )
        )

    def file(self):
        return statement(*self.sections)
