"""The firm says in its own words what is said to clients and what comes of it."""

import pytest
from django.urls import reverse

from core import outbox
from interactions.models import Interaction, InteractionKind, InteractionResult
from tests import given
from tests.interactions.kinds import kind, result

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(login):
    return login(given.employee("admin"))


def add(browser, code, **typed):
    return browser.post(reverse("company:add_entry", args=[code]), typed)


def test_a_kind_is_added_and_offered_at_once(login, admin):
    add(admin, "interaction-kinds", name="Выезд на замер", channel="visit", direction="out")

    measuring = InteractionKind.objects.get(name="Выезд на замер")
    page = login(given.employee()).get(reverse("interactions:add", args=[given.client().pk]))
    assert measuring in page.context["form"].fields["kind"].queryset


def test_only_a_kind_with_a_place_asks_for_one(login):
    page = login(given.employee()).get(reverse("interactions:add", args=[given.client().pk]))

    offered = str(page.context["form"]["kind"])
    assert f'value="{kind("meeting").pk}" data-has-place' in offered
    assert f'value="{kind().pk}" data-has-place' not in offered


def test_one_name_is_a_result_of_several_kinds_but_once_of_each(admin):
    typed = {"name": "Передумали", "meaning": "again", "next_step": ""}

    add(admin, "interaction-results", kind=kind().pk, **typed)
    add(admin, "interaction-results", kind=kind("meeting").pk, **typed)
    again = add(admin, "interaction-results", kind=kind().pk, **{**typed, "name": "передумали"})

    assert InteractionResult.objects.filter(name="Передумали").count() == 2
    assert again.status_code == 422


def test_a_result_that_is_switched_off_stays_where_it_was(login, admin):
    olga, call, talked = given.employee(), given.planned_call(), result()
    login(olga).post(reverse("interactions:hold", args=[call.pk]), {"outcome": talked.pk})

    admin.post(reverse("company:switch_entry", args=["interaction-results", talked.pk]))

    call.refresh_from_db()
    assert call.outcome == talked
    page = login(olga).get(given.planned_call(given.client("Б")).get_absolute_url())
    assert talked not in page.context["form"].outcomes


def test_the_only_kind_of_a_channel_stays_in_use(admin):
    email = kind("email")

    admin.post(reverse("company:switch_entry", args=["interaction-kinds", email.pk]))

    email.refresh_from_db()
    assert email.is_active


def test_letters_are_kept_though_their_kind_is_switched_off():
    InteractionKind.objects.filter(channel="email").update(is_active=False)
    olga = given.employee()

    letter = outbox.write(given.client(), key="x", to="a@b.ru", subject="а", body="б", by=olga)

    assert Interaction.objects.get(letter=letter).kind == kind("email")
