"""The world in which the table of access is asked."""

from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from http.cookies import SimpleCookie

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from catalog.models import Material, Norm, Price
from clients import actions as clients
from clients.actions import hands
from clients.models import AdSource, BulkChange, Import
from company import notifications
from core import attachments, clock, links, outbox
from core.models import Document, Job, SavedView
from crm.access import ROLES
from orders import actions
from orders.models import Payment
from production.models import TransportList
from tests import given
from tests.access import mark, patterns
from tests.orders import bank_file

IMPORT = {
    "clients:import_card",
    "clients:check_import",
    "clients:run_import",
    "clients:undo_import",
}
BULK = {"clients:bulk_change_card", "clients:run_bulk_change", "clients:undo_bulk_change"}
INVOICE = {
    "orders:invoice",
    "orders:send_invoice",
    "orders:give_invoice",
    "orders:pay_invoice",
    "orders:cancel_invoice",
    "orders:reissue_invoice",
    "orders:settle_dispute",
}
STATEMENT = {"orders:statement", "orders:read_statement_again"}
LINE = {
    "orders:bank_line",
    "orders:book_line",
    "orders:give_back_line",
    "orders:keep_expense",
    "orders:keep_transfer",
    "orders:leave_out_line",
    "orders:undo_line",
}
AMENDMENT = {
    "orders:amendment",
    "orders:ask_consent",
    "orders:consent_amendment",
    "orders:refuse_amendment",
    "orders:confirm_amendment",
    "orders:drop_amendment",
}


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
        self.mark_of_control = given.remark(
            self.order, by=self.people["director"], responsible=self.people["foreman"]
        )
        self.drive = TransportList.objects.create(
            office=self.order.office, driver=self.colleague, created_at=clock.now()
        )

    def _person_merge(self):
        gone = given.contact_person(self.client, by=self.people["manager"])
        return clients.merge_people(self.person, gone, by=self.people["director"]).pk

    def _handed_over(self):
        moved = hands.changesets.begin(hands.KIND, "x", by=self.people["manager"], undo_days=1)
        whose = type(self.client).objects.filter(pk=self.client.pk)
        hands.changesets.update(moved, whose, responsible=self.people["director"])
        return moved.pk

    def job(self, person):
        now = clock.now()
        job = Job(kind="x", title="x", by=person, created_at=now, touched_at=now)
        job.result.save("x.csv", ContentFile(b"x"))
        return job

    def notification(self, person):
        notifications.notify([person], key="x", text="x")
        return person.notifications.get(key="x")

    def reminded(self, person):
        self.call.reminders.get_or_create(employee=person, defaults={"at": clock.now()})
        return self.call.pk

    def file_of_clients(self, person):
        found = Import(kind="clients", by=person, uploaded_at=clock.now(), headings=["x"])
        found.file.save("x.csv", ContentFile(b"x\n1"))
        return found

    def bulk_change(self, person):
        facts = {"what": "sector", "value": "trade", "title": "x", "pks": [self.client.pk]}
        return BulkChange.objects.create(by=person, created_at=clock.now(), **facts)

    def attachment(self):
        upload = SimpleUploadedFile("x.pdf", b"%PDF-1.7")
        return attachments.attach(self.client, upload, by=self.people["manager"])

    def sketch(self):
        upload = SimpleUploadedFile("x.pdf", b"%PDF-1.7")
        return attachments.attach(self.order, upload, by=self.people["manager"])

    def drawer(self):
        return [given.cash_shift(by=self.people["manager"]).pk]

    def shown_invoice(self):
        return [links.make(self.invoice, purpose="invoice", by=self.people["manager"])]

    def kept_statement(self):
        """Its file lies where this test keeps files."""
        content = bank_file.statement(bank_file.document(number="2"))
        return [given.statement(content, by=self.people["accountant"]).pk]

    def withdrawal(self):
        manager = self.people["manager"]
        shift = given.cash_shift(by=manager, counted=100)
        row = actions.withdraw_cash(shift, by=manager, amount=Decimal(1), ground="x")
        return [row.pk]

    def previewed(self):
        attachment = self.attachment()
        attachment.preview.save("x.jpg", ContentFile(b"x"))
        return attachment

    def _of_page(self) -> dict:
        return {
            **dict.fromkeys(AMENDMENT, self.amendment),
            **dict.fromkeys(INVOICE, self.invoice),
            **dict.fromkeys(STATEMENT, self.statement),
            **dict.fromkeys(LINE, self.bank_line),
        }

    def arguments(self, row, person) -> list:
        name, variant = row.name, row.variant
        if name in {"core:job", "core:job_progress", "core:job_result", "core:stop_job"}:
            return [self.job(person).pk]
        special = {
            "company:approval": lambda: [self.approval.pk],
            "company:approve": lambda: [self.approval.pk],
            "company:refuse": lambda: [self.approval.pk],
            "company:withdraw": lambda: [self.approval.pk],
            "company:role": lambda: [person.role_id],
            "company:reset_role": lambda: [person.role_id],
            "company:open_notification": lambda: [self.notification(person).pk],
            "clients:duplicate_group": lambda: [self.group.pk],
            "clients:reject_duplicates": lambda: [self.group.pk],
            "clients:reopen_duplicates": lambda: [self.group.pk],
            "clients:merge": lambda: [self.client.pk, self.twin.pk],
            "clients:merge_people": lambda: [self.person.pk, self.other_person.pk],
            "clients:tell_people_apart": lambda: [self.person.pk, self.other_person.pk],
            "clients:undo_person_merge": lambda: [self._person_merge()],
            "clients:handed_over": lambda: [self._handed_over()],
            "clients:undo_hand_over": lambda: [self._handed_over()],
            "clients:merge_card": lambda: [self.merge.pk],
            "clients:undo_merge": lambda: [self.merge.pk],
            "clients:personal_request": lambda: [self.request_of_person.pk],
            "clients:extend_request": lambda: [self.request_of_person.pk],
            "clients:fulfil_request": lambda: [self.request_of_person.pk],
            "clients:refuse_request": lambda: [self.request_of_person.pk],
            "clients:withdraw_consent": lambda: [self.consent.pk],
            "clients:edit_person": lambda: [self.client.pk, self.person.pk],
            "clients:segment": lambda: [self.segment.pk],
            "clients:edit_segment": lambda: [self.segment.pk],
            "clients:remove_segment": lambda: [self.segment.pk],
            "company:edit_entry": lambda: ["ad-sources", self.source.pk],
            "company:move_entry": lambda: ["ad-sources", self.source.pk],
            "company:switch_entry": lambda: ["ad-sources", self.source.pk],
            "catalog:item_prices": lambda: ["material", Material.objects.first().pk],
            "catalog:purchase_prices": lambda: ["material"],
            "catalog:add_price": lambda: ["material", Material.objects.first().pk],
            "catalog:edit_price": lambda: [Price.objects.first().pk],
            "catalog:remove_price": lambda: [Price.objects.first().pk],
            "catalog:remove_norm": lambda: [Norm.objects.first().pk],
            "interactions:add": lambda: [self.client.pk],
            "interactions:subscription": lambda: [
                links.make(person, purpose="calendar", by=person)
            ],
            "interactions:series": lambda: [self.series.pk],
            "interactions:make_occurrence": lambda: [self.series.pk],
            "interactions:change_series": lambda: [self.series.pk],
            "interactions:end_series": lambda: [self.series.pk],
            "interactions:drag": lambda: ["interactions", self.call.pk],
            "interactions:edit_regulation": lambda: [self.regulation.pk],
            "interactions:switch_off_regulation": lambda: [self.regulation.pk],
            "interactions:switch_on_regulation": lambda: [self.regulation.pk],
            "interactions:note": lambda: [self.client.pk],
            "interactions:snooze": lambda: [self.reminded(person)],
            "orders:send_document": lambda: [self.order.pk, self.document.pk],
            "orders:remove_file": lambda: [self.order.pk, self.sketch().pk],
            "orders:explain": lambda: [self.order.pk, self.position.pk],
            "scan": lambda: [self.position.pk],
            "orders:correct": lambda: [Payment.objects.first().pk],
            "orders:write_receipt": lambda: [Payment.objects.first().pk],
            "orders:statement_file": self.kept_statement,
            "orders:reconcile": lambda: [self.client.pk],
            "orders:send_reconciliation": lambda: [self.reconciliation.pk],
            "orders:shown_invoice": self.shown_invoice,
            "orders:open_invoice": self.shown_invoice,
            "orders:shown_invoice_pdf": self.shown_invoice,
            "orders:cash_shift_card": self.drawer,
            "orders:withdraw_cash": self.drawer,
            "orders:close_cash_shift": self.drawer,
            "orders:undo_withdrawal": self.withdrawal,
            "production:load": lambda: [self.order.office_id],
            "production:unload": lambda: [self.drive.pk],
            "production:depart": lambda: [self.drive.pk],
            "orders:mark": lambda: [self.mark_of_control.pk],
            "orders:settle_remark": lambda: [self.mark_of_control.pk],
            "production:who": lambda: [self.position.pk, "start"],
            "production:answer": lambda: [self.question.pk],
            "production:notes": lambda: [self.order.pk],
            "production:arrive": lambda: [self.drive.pk],
            "production:transport_list": lambda: [self.drive.pk],
            "tasks:tick": lambda: [self.task.items.get().pk],
            "tasks:edit_recurring": lambda: [given.recurring_task().pk],
            "tasks:switch_recurring": lambda: [given.recurring_task().pk],
            "core:document": lambda: [self.document.pk],
            "core:letter": lambda: [self.letter.pk],
            "core:send_again": lambda: [self.letter.pk],
            "core:attachment": lambda: [self.attachment().pk],
            "core:preview": lambda: [self.previewed().pk],
            "core:attach": lambda: ["clients.client", self.client.pk],
            "core:keep_draft": lambda: ["x"],
            "core:discard_draft": lambda: ["x"],
            "core:forget_view": lambda: [
                SavedView.objects.create(employee=person, list_code="employees", name="x").pk
            ],
            "core:begin_with_view": lambda: [
                SavedView.objects.create(employee=person, list_code="employees", name="x").pk
            ],
            "core:list_neighbours": lambda: [variant, self.order.pk],
            "core:list_export": lambda: [variant, "csv"],
            "core:report_export": lambda: [variant, "csv"],
        }
        if name in IMPORT:
            return [self.file_of_clients(person).pk]
        if name in BULK:
            return [self.bulk_change(person).pk]
        if name in (of_page := self._of_page()):
            return [of_page[name].pk]
        if name in special:
            return special[name]()
        if variant:
            return [variant]
        if "pk>" not in dict(patterns(get_resolver()))[name]:
            return []
        of_app = {
            "company": self.colleague,
            "clients": self.client,
            "catalog": self.client,
            "interactions": self.call,
            "tasks": self.task,
            "orders": self.order,
            "production": self.position,
        }
        return [of_app[name.partition(":")[0]].pk]

    def ask(self, row, *, client, person=None):
        """The answer to one request, after which everything is as before."""
        with transaction.atomic():
            cookies = client.cookies.copy()
            url = reverse(row.name, args=self.arguments(row, person or self.people["manager"]))
            answer = client.get(url) if row.method == "GET" else client.post(url)
            client.cookies = SimpleCookie(cookies)
            transaction.set_rollback(True)
        return answer

    def mark(self, row, role) -> str:
        return mark(self.ask(row, client=self.browsers[role], person=self.people[role]))
