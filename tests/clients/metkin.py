"""A client with everything that may hang on one, all of it with the same mark."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.http import QueryDict

from clients import actions
from clients.models import Client, ConsentText, ExternalKey, Import, Requisites
from clients.personal.reach import reached
from company.notifications import notify
from core import attachments, changesets, clock, drafts, export_log, outbox, registry
from tests import given
from tests.core.files import png

MARK = "Меткин"
NUMBER = "+7 926 411-72-93"
# Codes and numbers of the program, which are never words of people.
CODES = {"kind", "step", "owner_type", "subject_type", "unit", "code", "key", "price_level"}
CODES |= {"receipt_number", "receipt_fn", "receipt_fp", "external_id"}
CODES |= {"content_type", "token_hash", "sha256", "file", "preview", "pdf", "number"}
CODES_OF = {
    ("interactions.Interaction", "reason"),
    ("core.Attachment", "purpose"),
    ("core.Attachment", "name"),
    ("core.Attachment", "removal_reason"),
}
TEXTS = (models.CharField, models.TextField, models.JSONField)


def texts_of(model):
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.choices and not field.generated
        if field.name not in CODES and (model._meta.label, field.name) not in CODES_OF
    ]


def metkin(*, by) -> Client:
    card = given.client(f"{MARK} Пётр", NUMBER, by=by, email="metkin@pochta.example")
    person = given.contact_person(card, f"{MARK} Анна", by=by, note=MARK, relation=4)
    Requisites.objects.create(client=card, legal_name=MARK, inn="7707083893")
    ExternalKey.objects.create(client=card, code=MARK)
    reach = {"emails": ["m2@pochta.example"], "messengers": [("telegram", MARK)]}
    actions.change(
        card,
        by=by,
        version=card.version,
        note=MARK,
        likes=MARK,
        reach={**reach, "addresses": [("delivery", MARK)]},
    )
    card.refresh_from_db()
    _said(card, person, by)
    _ordered(card, by)
    _merged(card, by)
    _elsewhere(card, by)
    _mark_all(card)
    card.refresh_from_db()
    return card


def _said(card, person, by):
    ConsentText.objects.create(name="Реклама, 1", purpose="advertising", text="Согласен")
    actions.give_consent(
        card, by=by, purpose="advertising", channels=["phone"], source="paper", person=person
    )
    actions.receive_request(
        card, by=by, kind="erasure", source="paper", received_on=clock.today(), text=MARK
    )
    call = given.planned_call(card, by=by, people=[person], remind_before=5, note=MARK)
    task = given.task(by=by, of=by, about=card, title=MARK, text=MARK, items=(MARK,), in_days=1)
    for owner in (card, call):
        attachments.attach(owner, _picture(), by=by)
    outbox.write(card, key="x", to="metkin@pochta.example", subject=MARK, body=MARK, by=by)
    return task


def _picture():
    return SimpleUploadedFile(f"{MARK}.png", png())


def _ordered(card, by):
    order = given.handed_over_order(of=card, by=by, comment=MARK, address=MARK)
    attachments.attach(order, _picture(), by=by, purpose="sketch")
    outbox.write(order, key="y", to="metkin@pochta.example", subject=MARK, body=MARK, by=by)


def _merged(card, by):
    actions.merge(card, given.client(f"{MARK} Петя", NUMBER, by=by), by=by)
    given.duplicate_group(card, given.client(f"{MARK} Пётр Ильич", by=by))
    changeset = changesets.begin("bulk", "Заметка", by=by, undo_days=30)
    changesets.update(changeset, Client.objects.filter(pk=card.pk), note=f"{MARK} ещё")


def _elsewhere(card, by):
    typed = QueryDict(mutable=True)
    typed.update({"client": str(card.pk), "name": card.name})
    drafts.keep(by, "orders.new", typed)
    notify([by], key="n", text=f"Позвонить: {card.name}", url=card.get_absolute_url())
    export_log.note("Клиенты", 1, by=by, file_format="csv", query=f"text={card.name}")
    found = Import(kind="clients", by=by, uploaded_at=clock.now(), headings=["x"])
    found.file.save("base.csv", SimpleUploadedFile("base.csv", b"x"), save=True)
    found.rows.create(line=2, verdict="new", title=card.name, cells=[card.name, NUMBER], notes=[])


def _mark_all(card):
    """Whatever column of words there is, it speaks of the client now."""
    for model, pks in reached(card).items():
        entry = registry.personal_data[model]
        for name in {*entry.wiped, *entry.kept} & set(texts_of(model)):
            if not isinstance(model._meta.get_field(name), models.JSONField):
                model._base_manager.filter(pk__in=pks).update(**{name: MARK})
