"""A call or a note kept from the client's page, which stays where it is."""

import pytest
from django.urls import reverse

from interactions.lifecycle import Status
from interactions.models import Interaction, InteractionPurpose
from tests import given
from tests.interactions.kinds import demanding, kind

pytestmark = pytest.mark.django_db


def keep(browser, client, htmx, **typed):
    url = reverse("interactions:note", args=[client.pk])
    return browser.post(url, {"kind": kind("call", "in").pk, **typed}, headers=htmx)


def test_it_stands_on_the_timeline_at_once(login, htmx, olga):
    maria = given.client()
    assert reverse("interactions:note", args=[maria.pk]) in (
        login(olga).get(maria.get_absolute_url()).content.decode()
    )

    keep(login(olga), maria, htmx, purpose="Спрашивала цену", note="600 × 800")

    kept = Interaction.objects.get()
    assert (kept.status, kept.held_by, kept.direction) == (Status.HELD, olga, "in")
    timeline = login(olga).get(reverse("clients:timeline", args=[maria.pk]))
    assert kept.get_absolute_url() in timeline.content.decode()


def test_its_fields_come_when_they_are_asked_for(login, htmx, olga):
    maria, browser = given.client(), login(olga)
    address = reverse("interactions:note", args=[maria.pk])

    page = browser.get(maria.get_absolute_url())
    asked = browser.get(address, headers=htmx)

    assert f'hx-get="{address}"' in page.text
    assert 'name="purpose"' not in page.text
    assert 'name="purpose"' in asked.text


def test_a_usual_purpose_is_known_as_such_however_it_is_typed(login, htmx, olga):
    usual = InteractionPurpose.objects.create(name="Узнать размер")

    keep(login(olga), given.client(), htmx, purpose="узнать размер")

    assert Interaction.objects.get().usual_purpose == usual


def test_a_kind_that_demands_a_next_step_keeps_what_was_typed(login, htmx, olga):
    demanding(kind("call", "in"))

    answer = keep(login(olga), given.client(), htmx, purpose="Цена", note="Думает")

    assert answer.status_code == 422
    assert "Думает" in answer.content.decode()
    assert not Interaction.objects.exists()


def test_who_only_looks_has_no_form(login, htmx):
    looker = given.employee(may=["clients.view_client", "interactions.view_interaction"])
    maria = given.client()

    page = login(looker).get(maria.get_absolute_url()).content.decode()

    assert reverse("interactions:note", args=[maria.pk]) not in page
    assert keep(login(looker), maria, htmx, purpose="Цена").status_code == 403
