from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.models import Attachment
from interactions import actions
from interactions.lifecycle import Status
from interactions.models import Interaction
from tests import given
from tests.interactions.kinds import demanding, kind

pytestmark = pytest.mark.django_db


def typed(by, **fields):
    return {
        "kind": kind("call", "in").pk,
        "purpose": "Спрашивал цену",
        "responsible": by.pk,
        **fields,
    }


def test_what_has_just_been_said_is_noted(login):
    olga, maria = given.employee(), given.client()

    answer = login(olga).post(
        reverse("interactions:add", args=[maria.pk]), typed(olga, note="600 × 800")
    )

    held = Interaction.objects.get()
    assert answer.url == maria.get_absolute_url()
    assert (held.status, held.held_by, held.note) == (Status.HELD, olga, "600 × 800")


def test_a_visit_is_planned_for_a_colleague_who_is_told(login):
    olga, marina, maria = given.employee(), given.employee(), given.client()
    tomorrow = timezone.localtime(clock.now() + timedelta(days=1))

    login(olga).post(
        reverse("interactions:add", args=[maria.pk]),
        typed(marina, kind=kind("visit").pk, planned_at=f"{tomorrow:%Y-%m-%dT%H:%M}"),
    )

    planned = Interaction.objects.get()
    assert (planned.is_planned, planned.responsible) == (True, marina)
    assert marina.notifications.get().url == planned.get_absolute_url()
    assert not olga.notifications.exists()


def test_what_is_said_of_an_order_is_seen_on_its_page(login):
    olga = given.employee()
    order = given.order(by=olga)
    url = reverse("interactions:add", args=[order.client_id])

    answer = login(olga).post(f"{url}?about=orders.workorder-{order.pk}", typed(olga))

    assert answer.url == order.get_absolute_url()
    assert "Спрашивал цену" in login(olga).get(order.get_absolute_url()).content.decode()


def test_another_offices_order_is_not_spoken_of(login):
    order = given.order(by=given.employee(office=given.office("Офис на Соколе")))
    olga = given.employee()
    url = reverse("interactions:add", args=[order.client_id])

    login(olga).post(f"{url}?about=orders.workorder-{order.pk}", typed(olga))

    assert Interaction.objects.get().subject_id is None


@pytest.mark.parametrize("about", ["", "x", "orders.workorder-", "orders.workorder-9", "no.such-1"])
def test_a_subject_that_is_not_there_is_no_fault(login, about):
    url = reverse("interactions:add", args=[given.client().pk])

    assert login(given.employee()).get(url, {"about": about}).status_code == 200


def test_yesterday_cannot_be_planned(login, htmx):
    olga, maria = given.employee(), given.client()
    yesterday = timezone.localtime(clock.now() - timedelta(days=1))

    answer = login(olga).post(
        reverse("interactions:add", args=[maria.pk]),
        typed(olga, planned_at=f"{yesterday:%Y-%m-%dT%H:%M}"),
        headers=htmx,
    )

    assert answer.status_code == 409
    assert not Interaction.objects.exists()


def test_without_a_purpose_nothing_is_noted(login):
    olga = given.employee()

    answer = login(olga).post(
        reverse("interactions:add", args=[given.client().pk]), typed(olga, purpose=" \x07 ")
    )

    assert answer.status_code == 422


def test_the_workshop_notes_no_calls(login):
    foreman, maria = given.employee("foreman"), given.client()

    assert login(foreman).get(reverse("interactions:add", args=[maria.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.register(maria, by=foreman, channel="call", direction="in", purpose="Цена")


def test_colleagues_and_contact_persons_take_part_and_the_colleagues_hear_of_it(login):
    olga, petr = given.employee(), given.employee(office=given.office("Офис на Соколе"))
    firm = given.client("ООО «Ромашка»", kind="organisation")
    director = firm.people.create(name="Иван Ильин", created_at=clock.now(), created_by=olga)
    tomorrow = timezone.localtime(clock.now() + timedelta(days=1))

    login(olga).post(
        reverse("interactions:add", args=[firm.pk]),
        typed(
            olga,
            kind=kind("meeting").pk,
            planned_at=f"{tomorrow:%Y-%m-%dT%H:%M}",
            place="ул. Лесная, 5",
            participants=[petr.pk],
            people=[director.pk],
        ),
    )

    planned = Interaction.objects.get()
    assert {str(each) for each in planned.participants.all()} == {petr.short_name, "Иван Ильин"}
    assert petr.notifications.get().url == planned.get_absolute_url()
    page = login(petr).get(planned.get_absolute_url()).content.decode()
    assert "Иван Ильин" in page
    assert "ул. Лесная, 5" in page


def test_files_are_kept_with_it(login):
    olga, maria = given.employee(), given.client()
    drawing = SimpleUploadedFile("эскиз.pdf", b"%PDF-1.7")

    login(olga).post(reverse("interactions:add", args=[maria.pk]), typed(olga, files=[drawing]))

    assert [file.name for file in Attachment.objects.of(Interaction.objects.get())] == ["эскиз.pdf"]


def test_a_kind_that_demands_a_next_step_is_not_noted_without_one(login):
    olga, maria = given.employee(), given.client()
    url = reverse("interactions:add", args=[maria.pk])
    shown = typed(olga, kind=demanding(kind("meeting")).pk)
    tomorrow = timezone.localtime(clock.now() + timedelta(days=1))

    refused = login(olga).post(url, {**shown, "note": "Понравилось"})
    assert refused.status_code == 422
    assert "Понравилось" in refused.content.decode()
    login(olga).post(url, {**shown, "next_at": f"{tomorrow:%Y-%m-%dT%H:%M}"})

    assert Interaction.objects.planned().get().follows == Interaction.objects.held().get()


def test_what_another_verb_notes_is_not_stopped_by_a_demand():
    olga = given.employee()
    demanding(kind("email", "in"))

    noted = actions.register(
        given.client(), by=olga, channel="email", direction="in", purpose="Эскиз одобрен"
    )

    assert noted.status == Status.HELD
