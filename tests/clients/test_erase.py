"""A client's data is destroyed, and what the law keeps is kept."""

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.models import Client, Consent, Erasure, Merge, NameWord
from clients.personal import erasing
from clients.personal.reach import reachable
from clients.search import fold
from core import changesets, documents, registry
from core.errors import Refused
from core.models import Attachment
from orders.models import WorkOrder
from tests import given
from tests.clients.metkin import MARK, NUMBER, metkin, texts_of
from tests.clients.tables import tables_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(director):
    return metkin(by=director)


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
    before = tables_with(MARK)
    assert {"clients_client", "clients_clientevent", "core_changedrow", "core_draft"} <= set(before)
    assert {"interactions_interaction", "tasks_task", "clients_importrow"} <= set(before)

    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(whole, by=director, reason="Отзыв согласия")

    left = tables_with(MARK)
    assert {table: columns - allowed().get(table, set()) for table, columns in left.items()} == {
        table: set() for table in left
    }
    for said in ("9264117293", "metkin", "m2@pochta", "7707083893"):
        tables = set(tables_with(said))
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


def test_who_is_erased_is_called_and_written_to_no_more(whole, director):
    call = given.planned_call(whole, by=director)
    given.consent(whole, by=director)
    assert whole.consents.standing().exists()

    actions.erase(whole, by=director, reason="Отзыв согласия")

    call.refresh_from_db()
    assert not call.is_planned
    assert not whole.consents.standing().exists()
    assert whole.consents.exists(), "that they had agreed stays proved"
