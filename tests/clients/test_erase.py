"""A client's data is destroyed, and what the law keeps is kept."""

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models
from django.http import QueryDict
from django.urls import reverse

from clients import actions
from clients.models import (
    Client,
    Consent,
    ConsentText,
    Erasure,
    ExternalKey,
    Import,
    Merge,
    NameWord,
    Requisites,
)
from clients.personal import erasing
from clients.personal.reach import reachable, reached
from clients.search import fold
from company.notifications import notify
from core import attachments, changesets, clock, documents, drafts, export_log, outbox, registry
from core.errors import Refused
from core.models import Attachment
from orders.models import WorkOrder
from tests import given
from tests.core.files import png

pytestmark = pytest.mark.django_db
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


@pytest.fixture
def director():
    return given.employee("director")


@pytest.fixture
def whole(director):
    """A client with everything that may hang on one, all of it with the mark."""
    card = given.client(f"{MARK} Пётр", NUMBER, by=director, email="metkin@pochta.example")
    person = given.contact_person(card, f"{MARK} Анна", by=director, note=MARK, relation=4)
    Requisites.objects.create(client=card, legal_name=MARK, inn="7707083893")
    ExternalKey.objects.create(client=card, code=MARK)
    reach = {"emails": ["m2@pochta.example"], "messengers": [("telegram", MARK)]}
    actions.change(
        card,
        by=director,
        version=card.version,
        note=MARK,
        likes=MARK,
        reach={**reach, "addresses": [("delivery", MARK)]},
    )
    card.refresh_from_db()
    _said(card, person, director)
    _ordered(card, director)
    _merged(card, director)
    _elsewhere(card, director)
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


def _tables_with(words) -> dict[str, set[str]]:
    """{table: columns} of the whole database in which the words stand."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found[table] = _columns_with(cursor, table, words)
    return found


def _columns_with(cursor, table, words):
    columns = connection.introspection.get_table_description(cursor, table)
    holding = set()
    for column in columns:
        asked = f'SELECT count(*) FROM "{table}" WHERE "{column.name}"::text ILIKE %s'
        cursor.execute(asked, [f"%{words}%"])
        if cursor.fetchone()[0]:
            holding.add(column.name)
    return holding


def allowed() -> dict[str, set[str]]:
    """The tables and columns in which the law lets it stay, their history with them."""
    known = {}
    for model, entry in registry.personal_data.items():
        if entry.kept:
            generated = {field.name for field in model._meta.concrete_fields if field.generated}
            known[model._meta.db_table] = {*entry.kept, *generated}
            if events := getattr(model, "pgh_event_model", None):
                known[events._meta.db_table] = set(entry.kept)
    return known


def test_it_is_nowhere_but_in_what_the_law_keeps(
    whole, director, django_capture_on_commit_callbacks
):
    twin = Client.objects.exclude(pk=whole.pk).get()  # somebody else, who is only like them
    Client.objects.filter(pk=twin.pk).update(name="Другой")
    Client.objects.filter(pk=twin.pk).forget_history()
    before = _tables_with(MARK)
    assert {"clients_client", "clients_clientevent", "core_changedrow", "core_draft"} <= set(before)
    assert {"interactions_interaction", "tasks_task", "clients_importrow"} <= set(before)

    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(whole, by=director, reason="Отзыв согласия")

    left = _tables_with(MARK)
    assert {table: columns - allowed().get(table, set()) for table, columns in left.items()} == {
        table: set() for table in left
    }
    for said in ("9264117293", "metkin", "m2@pochta", "7707083893"):
        tables = set(_tables_with(said))
        assert tables <= set(allowed()) | {"company_firm"}, (said, tables)


def test_papers_orders_and_payments_stay(whole, director):
    order = WorkOrder.objects.get(client=whole)
    paper = documents.latest("work_order", order)
    assert paper.content["client"]["name"] == f"{MARK} Пётр"

    done = actions.erase(whole, by=director, reason="Отзыв согласия")

    order.refresh_from_db()
    assert (order.total, order.paid, order.debt) == (order.total, order.total, 0)
    assert order.payments.exists()
    assert order.positions.exists()
    assert (order.comment, order.address) == ("", "")
    assert order.client.name == f"Обезличенный клиент № {whole.pk}"
    assert documents.latest("work_order", order) == paper
    grounds = {what: ground for what, _count, ground in done.kept}
    assert any("402" in ground for ground in grounds.values())
    assert all("лет" in ground or "года" in ground for ground in grounds.values())
    sketch = Attachment.objects.of(order).get(purpose="sketch")
    assert (sketch.name, bool(sketch.file)) == (f"file-{sketch.pk}.png", True)
    assert MARK not in sketch.file.name


def test_undoing_a_merge_brings_nothing_back(whole, director):
    merge = Merge.objects.get(survivor=whole)
    changeset = merge.changeset
    actions.erase(whole, by=director, reason="Отзыв согласия")
    assert not Merge.objects.filter(pk=merge.pk).exists()
    changesets.undo(changeset, by=director, all_or_nothing=False)
    assert not Client.objects.filter(pk=merge.gone_pk).exists()
    assert MARK not in {word for name in Client.objects.values_list("name") for word in name}


def test_erasing_twice_is_erasing_once(whole, director):
    first = actions.erase(whole, by=director, reason="Отзыв согласия")
    Client.objects.filter(pk=whole.pk).update(note=f"{MARK} звонил снова")
    second = actions.erase(whole, by=director, reason="Ещё раз")
    whole.refresh_from_db()
    assert (first.pk, whole.note, Erasure.objects.count()) == (second.pk, "", 1)


def test_the_name_is_searched_by_no_more(whole, director):
    Client.objects.exclude(pk=whole.pk).update(name="Другой")
    assert NameWord.objects.filter(word=fold(MARK)).exists()
    actions.erase(whole, by=director, reason="Отзыв согласия")
    assert not NameWord.objects.filter(word=fold(MARK)).exists()
    assert not Client.objects.found_by(MARK).exists()
    assert not Client.objects.found_by(NUMBER).exists()


def test_with_an_open_order_or_a_debt_it_is_refused(director):
    order = given.order(by=director)
    with pytest.raises(Refused):
        actions.erase(order.client, by=director, reason="Отзыв согласия")
    assert Client.objects.get(pk=order.client_id).name == order.client.name


def test_a_reason_and_the_right_are_demanded(director):
    card = given.client()
    with pytest.raises(Refused):
        actions.erase(card, by=director, reason="  ")
    with pytest.raises(PermissionDenied):
        actions.erase(card, by=given.employee(), reason="Отзыв")
    assert not Erasure.objects.exists()


def test_the_preview_names_what_goes_and_the_act_what_went(director, login):
    card = given.client("Анна Сергеевна", by=director)
    given.handed_over_order(of=card, by=director)
    given.planned_call(card, by=director)
    browser, url = login(director), reverse("clients:erase", args=[card.pk])
    page = browser.get(url)
    shown = erasing.preview(card)
    assert {what for what, _count in page.context["wiped"]} == {what for what, _ in shown["wiped"]}
    named = [(what, ground) for what, _count, ground in shown["kept"]]
    assert len(named) == len(set(named))
    assert browser.post(url, {"reason": "Отзыв"}).status_code == 422
    assert Client.objects.get(pk=card.pk).name == "Анна Сергеевна"

    answer = browser.post(url, {"reason": "Отзыв согласия", "is_sure": "on"}, follow=True)
    printed = pypdfium2.PdfDocument(answer.content)
    words = "\n".join(page.get_textpage().get_text_range() for page in printed)
    assert "Отзыв согласия" in words
    assert f"клиент № {card.pk}" in words
    assert "Анна" not in words
    assert director.last_name in words


def test_consents_prove_that_there_was_one(whole, director):
    actions.erase(whole, by=director, reason="Отзыв согласия")
    kept = Consent.objects.get(client=whole)
    assert (kept.purpose, kept.channel, kept.person) == ("advertising", "phone", None)


def test_every_column_of_words_that_can_be_reached_is_decided_upon():
    undecided = set()
    for model in reachable():
        entry = registry.personal_data.get(model)
        if entry is None:
            undecided.add(model._meta.label)
        elif not entry.is_deleted:
            left = set(texts_of(model)) - {*entry.wiped, *entry.kept}
            undecided |= {f"{model._meta.label}.{name}" for name in left}
    assert undecided == set()
