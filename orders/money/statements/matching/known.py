"""What the base knows about many lines at once: papers that they name, clients behind INN, accounts
and names, what those clients owe."""

from collections import defaultdict
from functools import cached_property, reduce
from operator import or_

from django.db.models import Q

from clients.models import Client, Requisites
from orders.models import BankLine, Invoice, WorkOrder
from orders.money.statements.matching.naming import is_named
from orders.money.statements.purpose import Paper, numbers_in
from orders.money.statements.words import about
from orders.work_orders.lifecycle import TAKES_MONEY

MOST = 5_000
REFUND = about("refund")


class Known:
    def __init__(self, lines):
        self.lines = lines
        self.named = {line.pk: numbers_in(line.purpose) for line in lines}
        self.by_inn, self.by_account = self._by_requisites()
        self.by_payer = self._by_earlier_lines()
        self.invoices, self.orders, self.old_orders = self._papers()
        self.exact = self._open_invoices_of_these_sums()
        self.advances, self.paid = self._to_be_given_back()

    def clients_of(self, line) -> set[int]:
        """By INN and account of the requisites, or since this account has paid for them before."""
        return self.surely(line) | self.by_payer.get(line.payer_account, set())

    def surely(self, line) -> set[int]:
        found = self.by_inn.get(line.other_inn, set())
        return found or self.by_account.get(line.other_account, set())

    def is_payer(self, line, client) -> bool:
        """A private person is known by the name too: the INN beside it may be that of the bank."""
        if client.pk in self.clients_of(line):
            return True
        return client.kind == Client.Kind.PERSON and is_named(client, line.other_name)

    def papers_named(self, line, named) -> list:
        """Without a year it is of the year of the payment, or of the one before."""
        if named.seq is None:
            return self.old_orders.get(named.text, []) if named.paper == Paper.ORDER else []
        table = self.invoices if named.paper == Paper.INVOICE else self.orders
        years = [named.year] if named.year else [line.day.year, line.day.year - 1]
        found = [table.get((year, named.seq)) for year in years]
        return [paper for paper in found if paper]

    def names_a_paper(self, line) -> bool:
        """Whether the purpose names a paper: one of the payer's, or anybody's of a year."""
        return any(
            papers and (named.year or any(self.is_payer(line, paper.client) for paper in papers))
            for named in self.named[line.pk]
            for papers in [self.papers_named(line, named)]
        )

    def _by_requisites(self):
        inns = {line.other_inn for line in self.lines} - {""}
        accounts = {line.other_account for line in self.lines} - {""}
        rows = Requisites.objects.filter(Q(inn__in=inns) | Q(account__in=accounts))
        by_inn, by_account = defaultdict(set), defaultdict(set)
        for client, inn, account in rows.values_list("client", "inn", "account")[:MOST]:
            if inn:
                by_inn[inn].add(client)
            if account:
                by_account[account].add(client)
        return by_inn, by_account

    def _by_earlier_lines(self):
        accounts = {line.payer_account for line in self.lines if not line.is_outgoing} - {""}
        rows = (
            BankLine.objects.paid_from(accounts).order_by().values_list("payer_account", "client")
        )
        found = defaultdict(set)
        for account, client in rows.distinct()[:MOST]:
            found[account].add(client)
        return found

    def _papers(self):
        invoices, orders, texts = defaultdict(set), defaultdict(set), set()
        for line in self.lines:
            for named in self.named[line.pk]:
                if named.seq is None:
                    texts.add(named.text)
                    continue
                wanted = invoices if named.paper == Paper.INVOICE else orders
                for year in [named.year] if named.year else [line.day.year, line.day.year - 1]:
                    wanted[year].add(named.seq)
        standing = Invoice.objects.standing().prefetch_related("client")
        taking = WorkOrder.objects.filter(status__in=TAKES_MONEY).select_related("client")
        old = defaultdict(list)
        for order in taking.filter(old_number__in=texts - {""}) if texts else []:
            old[order.old_number].append(order)
        return _by_number(standing, invoices), _by_number(taking, orders), old

    def _clients(self):
        return {client for line in self.lines for client in self.clients_of(line)}

    def _open_invoices_of_these_sums(self):
        """{client: {sum: open invoices}}, all of them: where there are two, none is sure. For lines
        that name no paper."""
        lines = [line for line in self.lines if not line.is_outgoing]
        unnamed = [line for line in lines if not self.names_a_paper(line)]
        theirs = {client for line in unnamed for client in self.by_inn.get(line.payer_inn, ())}
        amounts = {line.amount for line in unnamed}
        found = defaultdict(lambda: defaultdict(list))
        if not theirs:
            return found
        rows = Invoice.objects.open().filter(client__in=theirs, open_amount__in=amounts)
        for invoice in rows.prefetch_related("client").order_by("due_on", "pk"):
            found[invoice.client_id][invoice.open_amount].append(invoice)
        return found

    @cached_property
    def owing(self):
        rows = Invoice.objects.open().filter(client__in=self._clients()).select_related("client")
        return _by_client(rows.order_by("due_on", "pk")[:MOST])

    @cached_property
    def indebted(self):
        """Those that no invoice asks for: an invoice stands for its orders."""
        rows = _uninvoiced().filter(client__in=self._clients())
        return _by_client(rows.order_by("accepted_at", "pk")[:MOST])

    @cached_property
    def of_amount(self):
        """Open invoices, and orders without one, of these very sums: for payers whom nothing but
        the name tells. The INN and the account beside it may be those of a bank."""
        amounts = {line.amount for line in self.lines if not line.is_outgoing}
        invoices = Invoice.objects.open().filter(open_amount__in=amounts).order_by("due_on", "pk")
        orders = _uninvoiced().filter(debt__in=amounts, client__kind=Client.Kind.PERSON)
        found = defaultdict(list)
        for invoice in invoices.select_related("client")[:MOST]:
            found[invoice.open_amount].append(invoice)
        for order in orders.order_by("accepted_at", "pk")[:MOST]:
            found[order.debt].append(order)
        return found

    def _to_be_given_back(self):
        """What outgoing money may give back: advances, and orders that something was paid for."""
        lines = [line for line in self.lines if line.is_outgoing]
        payees = {client for line in lines for client in self.clients_of(line)}
        told = {
            client
            for line in lines
            if REFUND.search(line.purpose)
            for client in self.clients_of(line)
        }
        if not payees:
            return {}, {}
        advances = BankLine.objects.advances().filter(client__in=payees).order_by("-day", "-pk")
        orders = WorkOrder.objects.filter(
            Q(client__in=payees, debt__lt=0) | Q(client__in=told, paid__gt=0),
            status__in=TAKES_MONEY,
        ).order_by("debt", "-pk")
        return tuple(
            _by_client(rows.select_related("client")[:MOST]) for rows in (advances, orders)
        )


def _uninvoiced():
    rows = WorkOrder.objects.in_debt().filter(status__in=TAKES_MONEY, has_invoices=False)
    return rows.select_related("client")


def _by_number(rows, wanted):
    if not wanted:
        return {}
    either = reduce(or_, (Q(year=year, seq__in=seqs) for year, seqs in wanted.items()))
    return {(row.year, row.seq): row for row in rows.filter(either)}


def _by_client(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found
