"""The label of a piece: what it says, and where its code leads."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from django.conf import settings
from django.urls import reverse

from company.models import Firm
from core import documents
from core.errors import Refused
from core.models import Document
from orders import actions
from tests import given, paper

pytestmark = pytest.mark.django_db
MM = 72 / 25.4


def sizes_mm(pdf):
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    return [tuple(round(side / MM) for side in page.get_size()) for page in pages]


def printed(of, by, **how):
    return documents.pdf_of(actions.print_labels(of, by=by, **how))


def test_each_piece_has_a_label_that_says_whose_and_which(olga):
    order = given.order(replace(given.mirror(), quantity=3), given.delivery(), by=olga)

    words = paper.words_of(printed(order, olga)).replace("\xa0", " ")

    assert words.count(order.number) == 3
    assert "изделие 1 из 2, шт. 3 из 3" in words
    for said in ("Зеркало серебро 4 мм", "600×800 мм", order.office.name):
        assert words.count(said) == 3, said
    assert f"к {order.promised_on:%d.%m.%Y}" in words
    assert "1 768" not in words


def test_a_sheet_holds_twenty_four(olga):
    order = given.order(replace(given.mirror(), quantity=25), by=olga)

    pages = paper.pages_of(printed(order, olga))

    assert [page.count(order.number) for page in pages] == [24, 1]


def test_a_roll_has_a_page_of_the_firms_size_for_each_piece(olga):
    Firm.objects.update(label_width_mm=75, label_height_mm=50)
    order = given.order(replace(given.mirror(), quantity=2), given.mirror(), by=olga)

    assert sizes_mm(printed(order, olga, on_roll=True)) == [(75, 50)] * 3


def test_the_same_labels_are_printed_again_until_they_would_say_something_else(olga):
    order = given.order(by=olga)
    first = actions.print_labels(order, by=olga)

    assert actions.print_labels(order, by=olga) == first
    Firm.objects.update(name="Новое имя")

    again = actions.print_labels(order, by=olga)
    assert (again.revision, first.revision) == (2, 1)


def test_the_workshop_prints_the_label_of_one_position(login, olga):
    order = given.order(given.mirror(), given.mirror(500, 500), by=olga)
    worker = given.employee("worker")
    second = order.positions.get(ordinal=2)

    answer = login(worker).post(reverse("production:print_labels", args=[second.pk]))
    pdf = login(worker).get(answer.url)

    assert paper.words_of(pdf.content).count(order.number) == 1
    assert Document.objects.of(second).get().number == f"{order.number}-2"


def test_a_calculation_and_services_have_no_labels(olga):
    for order in (given.calculation(by=olga), given.order(given.delivery(), by=olga)):
        with pytest.raises(Refused):
            actions.print_labels(order, by=olga)


@pytest.mark.parametrize("on_roll", [False, True])
def test_a_phone_reads_the_address_that_people_type_from_the_printed_code(olga, on_roll):
    order = given.order(replace(given.mirror(), quantity=2), given.mirror(500, 500), by=olga)
    first, second = order.positions.order_by("ordinal")

    read = paper.codes_of(printed(order, olga, on_roll=on_roll))

    expected = [f"{settings.PUBLIC_URL}/q/{piece.pk}/" for piece in (first, first, second)]
    assert sorted(read) == sorted(expected)
    assert reverse("scan", args=[first.pk]) == f"/q/{first.pk}/"


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [
        ("manager", "order"),
        ("director", "order"),
        ("worker", "position"),
        ("driver", "position"),
        ("marketing", None),
    ],
)
def test_the_code_leads_each_to_the_page_of_their_role(login, olga, role, leads_to):
    order = given.order(by=olga)
    position = order.positions.get()
    pages = {
        "order": f"{order.get_absolute_url()}#position-{position.pk}",
        "position": reverse("production:position", args=[position.pk]),
    }

    answer = login(given.employee(role)).get(reverse("scan", args=[position.pk]))

    assert answer.get("Location") == pages.get(leads_to)
    assert (answer.status_code == 404) == (leads_to is None)


def test_a_phone_asks_for_the_login_first(client, olga):
    address = reverse("scan", args=[given.order(by=olga).positions.get().pk])

    answer = client.get(address)

    assert answer.url == f"{reverse('login')}?next={address}"
