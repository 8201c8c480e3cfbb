"""One firm with a thing of every kind, in which each request is taken back."""

from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie

from django.db import transaction
from django.test import Client
from django.urls import reverse

from clients import actions as clients
from clients.models import AdSource
from core import clock, outbox
from core.models import Document
from crm.access import ROLES
from orders import actions
from production.models import TransportList
from tests import given
from tests.access import mark
from tests.access_world.arguments import arguments
from tests.orders import bank_file


@dataclass
class World:
    """One firm with an order, a client and a paper; each request is taken back."""

    browsers: dict[str, Client]
    people: dict
    stranger: Client

    @classmethod
    @contextmanager
    def built(cls):
        with transaction.atomic():
            given.firm()
            people = {code: given.employee(code) for code in ROLES}
            world = cls({}, people, Client(raise_request_exception=False))
            world.browsers = {code: world.browser(person) for code, person in people.items()}
            world._fill()
            yield world
            transaction.set_rollback(True)

    def browser(self, person) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(person, backend="company.auth.EmployeeBackend")
        return client

    def _fill(self):
        manager = self.people["manager"]
        self.elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
        own_only = given.role("own", rights=manager.role.rights, scope="own")
        self.loner = given.employee(role=own_only)
        self.client = given.client(by=manager)
        self.person = given.contact_person(self.client, by=manager)
        self.other_person = given.contact_person(self.client, by=manager)
        self.segment = given.segment(by=self.people["director"], is_shared=True)
        self.holding = given.client_group()
        self.twin = given.client(by=manager)
        self.group = given.duplicate_group(self.client, self.twin)
        self.merge = clients.merge(
            self.client, given.client(by=manager), by=self.people["director"]
        )
        self.order = given.order(of=self.client, by=manager, paid=100)
        self.position = self.order.positions.first()
        self.document = Document.objects.of(self.order).first()
        self.call = given.planned_call(self.client, by=manager)
        self.regulation = given.regulation(by=self.people["director"])
        self.series = given.series(self.client, by=manager)
        self.approval = given.approval(self.order, by=manager)
        self.letter = outbox.write(
            self.order, key="x", to="a@b.ru", subject="Заказ", body="Готов", by=manager
        )
        self.invoice = given.invoice(self.order, by=manager)
        self.reconciliation = actions.reconcile(
            self.order.client, by=manager, since=clock.today(), until=clock.today()
        )
        self.statement = given.statement(
            bank_file.statement(bank_file.document()), by=self.people["accountant"]
        )
        self.bank_line = self.statement.lines.get()
        self.amendment = given.amendment(self.order, by=manager)
        self.source = AdSource.objects.create(name="Вывеска")
        self.colleague = given.employee("worker")
        self.question = given.question(self.position)
        self.consent = given.consent(self.client, by=manager)
        self.request_of_person = given.personal_request(self.client, by=self.people["director"])
        self.task = given.task(
            by=manager, of=self.people["worker"], about=self.client, items=("x",)
        )
        self.interest = given.interest(self.client, by=manager)
        self.mark_of_control = given.remark(
            self.order, by=self.people["director"], responsible=self.people["foreman"]
        )
        self.deal = given.deal(self.client, by=manager)
        self.proposal = given.proposal(self.client, by=manager)
        director = self.people["director"]
        self.plan = given.sales_plan((manager, clock.today().month, 1000), by=director)
        self.plan_remark = given.plan_remark(manager, by=director)
        self.drive = TransportList.objects.create(
            office=self.order.office, driver=self.colleague, created_at=clock.now()
        )

    def ask(self, row, *, client, person=None):
        """The answer to one request, after which everything is as before."""
        with transaction.atomic():
            cookies = client.cookies.copy()
            url = reverse(row.name, args=arguments(self, row, person or self.people["manager"]))
            answer = client.get(url) if row.method == "GET" else client.post(url)
            client.cookies = SimpleCookie(cookies)
            transaction.set_rollback(True)
        return answer

    def mark(self, row, role) -> str:
        return mark(self.ask(row, client=self.browsers[role], person=self.people[role]))
