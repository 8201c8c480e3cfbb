"""A plan is typed, accepted and compared; a difference becomes a task that is confirmed."""

import pytest
from django.urls import reverse

from core import clock
from sales.models import PlanLine, PlanRemark, SalesPlan
from sales.plan.lifecycle import RemarkStatus
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронова", first_name="Елена")


@pytest.fixture
def olga():
    return given.employee("manager", last_name="Ольшанская", first_name="Ольга")


def test_a_plan_is_typed_compared_and_corrected_by_a_task(screen, director, olga, barriers):
    given.order(by=olga)
    month = clock.today().month
    boss = screen(director)
    boss.goto(reverse("sales:add_plan"))
    boss.get_by_label("Год").fill(str(clock.today().year))
    boss.get_by_label("С чего начать").select_option("empty")
    boss.get_by_role("button", name="Составить черновик").click()

    cell = boss.locator(f"[name='cell:{olga.pk}-0-:{month}']")
    cell.fill("100 000")
    boss.keyboard.press("Enter")
    boss.locator("#sum-year", has_text="100\u00a0000").wait_for()
    assert barriers(boss) == []
    boss.get_by_role("button", name="Принять план").click()
    boss.get_by_text("План действует").first.wait_for()

    boss.goto(reverse("core:report", args=["plan_fact"]))
    row = boss.locator("tbody tr", has_text="Ольшанская")
    row.locator("td").nth(3).get_by_role("link").click()
    boss.get_by_label("Новый план").fill("80 000")
    boss.get_by_label("Почему план исправлен").fill("Ушёл крупный клиент")
    boss.get_by_role("button", name="Принять новую версию").click()
    boss.get_by_text("версия 2").first.wait_for()
    newest = SalesPlan.objects.in_force(clock.today().year)
    boss.goto(reverse("sales:compare_plans", args=[newest.pk]))
    boss.locator("del", has_text="100\u00a0000").first.wait_for()
    assert PlanLine.objects.get(plan=newest).amount == 80_000

    boss.goto(f"{reverse('sales:plan_difference')}?manager={olga.pk}")
    assert barriers(boss) == []
    boss.get_by_label("Что сделать").fill("Обзвонить постоянных")
    boss.get_by_role("button", name="Поручить").click()
    boss.get_by_text("Ждёт «понял»").first.wait_for()

    desk = screen(olga)
    desk.goto(reverse("today"))
    desk.get_by_text("Обзвонить постоянных").first.wait_for()
    desk.goto(PlanRemark.objects.get().get_absolute_url())
    desk.get_by_role("button", name="Понял").click()
    desk.get_by_text("Понято").first.wait_for()
    assert barriers(desk) == []
    assert PlanRemark.objects.get().status == RemarkStatus.UNDERSTOOD
