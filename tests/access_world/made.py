"""What one request is about, made for it alone."""

from decimal import Decimal

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Material
from clients import actions as clients
from clients.actions import hands
from clients.models import BulkChange, Import
from company import notifications
from core import attachments, clock, links
from core.models import Job, SavedView
from orders import actions
from sales.deals import actions as deals
from sales.models import Competitor
from tests import given
from tests.orders import bank_file


def person_merge(world):
    gone = given.contact_person(world.client, by=world.people["manager"])
    return clients.merge_people(world.person, gone, by=world.people["director"])


def handed_over(world):
    moved = hands.changesets.begin(hands.KIND, "x", by=world.people["manager"], undo_days=1)
    whose = type(world.client).objects.filter(pk=world.client.pk)
    hands.changesets.update(moved, whose, responsible=world.people["director"])
    return moved


def purchase_price():
    return given.bought_for(1, material=Material.objects.first())


def job(person):
    now = clock.now()
    found = Job(kind="x", title="x", by=person, created_at=now, touched_at=now)
    found.result.save("x.csv", ContentFile(b"x"))
    return found


def notification(person):
    notifications.notify([person], key="x", text="x")
    return person.notifications.get(key="x")


def reminded(world, person):
    world.call.reminders.get_or_create(employee=person, defaults={"at": clock.now()})
    return world.call


def file_of_clients(person):
    found = Import(kind="clients", by=person, uploaded_at=clock.now(), headings=["x"])
    found.file.save("x.csv", ContentFile(b"x\n1"))
    return found


def bulk_change(world, person):
    facts = {"what": "sector", "value": "trade", "title": "x", "pks": [world.client.pk]}
    return BulkChange.objects.create(by=person, created_at=clock.now(), **facts)


def attachment(world, owner):
    upload = SimpleUploadedFile("x.pdf", b"%PDF-1.7")
    return attachments.attach(owner, upload, by=world.people["manager"])


def previewed(world):
    found = attachment(world, world.client)
    found.preview.save("x.jpg", ContentFile(b"x"))
    return found


def view_of_list(person):
    return SavedView.objects.create(employee=person, list_code="employees", name="x")


def drawer(world):
    return given.cash_shift(by=world.people["manager"])


def token_of_invoice(world):
    return links.make(world.invoice, purpose="invoice", by=world.people["manager"])


def token_of_proposal(world):
    revision = world.proposal.revisions.get()
    return links.make(revision, purpose="proposal", by=world.people["manager"])


def kept_statement(world):
    """Its file lies where this test keeps files."""
    content = bank_file.statement(bank_file.document(number="2"))
    return given.statement(content, by=world.people["accountant"])


def withdrawal(world):
    manager = world.people["manager"]
    shift = given.cash_shift(by=manager, counted=100)
    return actions.withdraw_cash(shift, by=manager, amount=Decimal(1), ground="x")


def participant(world):
    return deals.add_participant(world.deal, world.person, by=world.people["manager"])


def offer_of_competitor(world):
    rival = Competitor.objects.create(name="Зеркальный двор")
    return deals.note_offer(world.deal, competitor=rival, by=world.people["manager"])
