"""An interest is taken down: whose, who answers, what rings, which clock runs."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.models import AdSource, Client
from company.models import Deadline, Firm
from core import clock
from sales.interests import actions
from sales.interests.content import InterestContent, NewClient
from sales.models import Interest
from tests import given

pytestmark = pytest.mark.django_db
MONDAY_NOON = datetime(2026, 11, 16, 12, 0, tzinfo=timezone.get_default_timezone())
WISH = InterestContent("Зеркало в ванную 600 на 800", agreed="Перезвонить с ценой")


def test_whose_client_it_is_answers_and_hears_what_was_agreed(olga, vera, bells):
    given.answer_rule("Свой менеджер")
    mary = given.client(by=vera, name="Мария Светлова")

    interest = actions.register(mary, WISH, by=olga)

    assert interest.responsible == vera
    said = "Интерес: Мария Светлова. Договорились: Перезвонить с ценой. Зеркало в ванную"
    assert bells(vera)[0].startswith(said)
    assert bells(olga) == []


def test_a_new_client_goes_to_who_is_next_among_those_at_work(olga, vera):
    desk = given.department("Приём")
    type(olga).objects.filter(pk__in=[olga.pk, vera.pk]).update(department=desk)
    given.answer_rule("Свой менеджер")
    given.answer_rule(department=desk, ordering=20)
    boss = given.employee("commercial")

    named = [
        actions.register(NewClient(f"Новый {number}", ""), WISH, by=boss).responsible
        for number in range(3)
    ]
    given.absence(vera, olga)
    later = actions.register(NewClient("Ещё один", ""), WISH, by=boss)

    assert named == [olga, vera, olga]
    assert later.responsible == olga
    assert Client.objects.get(name="Новый 1").responsible == vera


def test_a_rule_of_a_product_group_goes_by_what_is_wanted(olga, vera):
    glass = given.product_group("Витражи")
    given.answer_rule("Витражи", product_group=glass, employee=vera)
    mary = given.client(by=olga)

    wanted = actions.register(
        mary, InterestContent("Витраж в дверь", product_groups=[glass]), by=olga
    )
    other = actions.register(mary, WISH, by=olga)

    assert wanted.responsible == vera
    assert other.responsible == olga  # no rule fits: whoever took it down


def test_a_named_colleague_goes_before_every_rule(olga, vera):
    given.answer_rule("Свой менеджер")

    assert (
        actions.register(given.client(by=olga), WISH, by=olga, responsible=vera).responsible == vera
    )


def test_the_clock_runs_in_working_time_by_the_norm_of_the_source(olga):
    site = AdSource.objects.create(name="Сайт", answer_minutes=30)
    Firm.objects.update(answer_minutes=120)
    evening = MONDAY_NOON.replace(hour=18, minute=45)

    with clock.at(evening):
        by_site = given.interest(by=olga, ad_source=site)
        by_firm = given.interest(by=olga)

    tuesday = MONDAY_NOON + timedelta(days=1)
    assert by_site.answer_due_at == tuesday.replace(hour=10, minute=15)
    assert by_firm.answer_due_at == tuesday.replace(hour=11, minute=45)
    assert Deadline.objects.of(by_site).get().due_at == by_site.answer_due_at


def test_what_was_answered_at_once_has_no_clock(olga):
    interest = actions.register(given.client(by=olga), WISH, by=olga, is_answered=True)

    assert interest.answer_minutes == 0
    assert not Deadline.objects.of(interest).running().exists()


def test_of_somebody_who_has_bought_it_is_a_need(olga):
    order = given.order(by=olga)

    assert actions.register(order.client, WISH, by=olga).is_need
    assert not actions.register(given.client(by=olga), WISH, by=olga).is_need


def typed(**changes):
    return {
        "phone": "8 912 345-67-89",
        "name": "Пётр Лунин",
        "came_by": "call",
        "wish": "Витрина в магазин",
        "expected_sum": "45 000,50",
        **changes,
    }


def test_the_form_takes_down_a_stranger_in_one_move(login, olga):
    glass = given.product_group("Витрины")

    answer = login(olga).post(
        reverse("sales:add_interest"), typed(product_groups=[glass.pk], agreed="Прислать эскиз")
    )

    interest = Interest.objects.get()
    assert answer.url == interest.get_absolute_url()
    assert interest.client.name == "Пётр Лунин"
    assert interest.expected_sum == Decimal("45000.50")
    assert list(interest.product_groups.all()) == [glass]


def test_somebody_who_is_known_is_not_taken_down_twice(login, olga):
    known = given.client("Пётр Лунин", phone="+7 912 345-67-89", by=olga)
    browser = login(olga)

    warned = browser.post(reverse("sales:add_interest"), typed())
    taken = browser.post(reverse("sales:add_interest"), typed(client=known.pk, phone="", name=""))

    assert warned.status_code == 422
    assert "Пётр Лунин" in warned.content.decode()
    assert taken.status_code == 302
    assert Interest.objects.get().client == known
    again = browser.post(reverse("sales:add_interest"), typed(is_another="on"))
    assert again.status_code == 302
    assert Client.objects.filter(name="Пётр Лунин").count() == 2


def test_a_talk_brings_along_whose_it_is_and_how_it_came(login, olga):
    call = given.planned_call(by=olga)

    page = login(olga).get(reverse("sales:add_interest"), {"interaction": call.pk})

    assert page.context["client"] == call.client
    assert page.context["form"]["came_by"].value() == "call"
    body = {"client": call.client_id, "came_by": "call", "wish": "Полка"}
    login(olga).post(f"{reverse('sales:add_interest')}?interaction={call.pk}", body)
    assert Interest.objects.get().interaction == call


def test_over_any_page_it_closes_its_dialog(login, olga, htmx):
    mary = given.client(by=olga)
    body = {"client": mary.pk, "came_by": "visit", "wish": "Полка"}

    done = login(olga).post(reverse("sales:add_interest"), body, headers=htmx)
    wrong = login(olga).post(reverse("sales:add_interest"), {"came_by": "visit"}, headers=htmx)

    assert "close-dialog" in done["HX-Trigger"]
    assert wrong.status_code == 422
