from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from catalog import actions
from catalog.models import Material, Price, Processing
from catalog.pricing import calculate
from catalog.spec import LineSpec
from catalog.tariffs import tariff_on
from core import clock
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def mirror():
    found = Material.objects.create(
        code="mirror-4", name="Зеркало серебро 4 мм", family="mirror", thickness_mm=4
    )
    Price.objects.create(material=found, amount=2400, valid_from=date(2025, 1, 1))
    return found


@pytest.fixture
def commercial():
    return given.employee("commercial")


def address(name, item, *more):
    return reverse(f"catalog:{name}", args=["material", item.pk, *more])


def cost(day):
    metre = LineSpec("sheet", "mirror-4", width_mm=1000, height_mm=1000)
    return calculate(metre, tariff_on(day)).total


def test_a_rise_is_entered_before_its_day_and_holds_from_it(mirror, commercial, login):
    rise = clock.today() + timedelta(days=40)
    typed = {"amount": "2620,00", "valid_from": rise.isoformat(), "level": ""}

    answer = login(commercial).post(address("add_price", mirror), typed)

    assert answer.status_code == 302
    assert cost(rise - timedelta(days=1)) == 2400
    assert cost(rise) == 2620


def test_a_price_is_typed_as_it_is_shown(mirror, commercial, login):
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    login(commercial).post(
        address("add_price", mirror), {"amount": "2\xa0600,50", "valid_from": tomorrow}
    )

    assert Price.objects.latest("pk").amount == Decimal("2600.50")


def test_what_cannot_be_is_refused_in_the_words_of_the_trade(mirror, commercial, login):
    page = login(commercial).post(
        address("add_price", mirror), {"amount": "-5", "valid_from": clock.today().isoformat()}
    )
    slow = login(commercial).post(
        reverse("company:add_entry", args=["urgencies"]), {"name": "Не спеша", "factor": "0,5"}
    )

    assert page.status_code == slow.status_code == 422
    assert "Коэффициент — не меньше 1." in slow.content.decode()
    for answer in (page, slow):
        assert "ограничение" not in answer.content.decode()


def test_a_price_does_not_begin_in_the_past(mirror, commercial, login):
    yesterday = clock.today() - timedelta(days=1)
    typed = {"amount": "2600", "valid_from": yesterday.isoformat()}

    answer = login(commercial).post(address("add_price", mirror), typed)

    assert answer.status_code == 422
    assert Price.objects.count() == 1


def test_a_price_in_force_is_followed_and_never_overwritten(mirror, commercial):
    price = Price.objects.get()

    for verb in (actions.edit_price, actions.remove_price):
        with pytest.raises(Refused):
            verb(price, by=commercial)


def test_a_price_to_come_is_corrected_and_removed(mirror, commercial, login):
    coming = Price(material=mirror, amount=9, valid_from=clock.today() + timedelta(days=1))
    actions.add_price(coming, by=commercial)
    browser = login(commercial)

    browser.post(reverse("catalog:edit_price", args=[coming.pk]), {"amount": "2700"})
    assert Price.objects.get(pk=coming.pk).amount == 2700

    browser.post(reverse("catalog:remove_price", args=[coming.pk]))
    assert not Price.objects.filter(pk=coming.pk).exists()


def test_two_prices_of_one_thing_do_not_begin_on_one_day(mirror, commercial):
    actions.add_price(Price(material=mirror, amount=1, valid_from=clock.today()), by=commercial)

    with pytest.raises(Refused):
        actions.add_price(Price(material=mirror, amount=2, valid_from=clock.today()), by=commercial)


def test_the_list_shows_the_price_of_today_and_the_one_to_come(mirror, commercial, login):
    day = clock.today() + timedelta(days=30)
    Price.objects.create(material=mirror, amount=2700, valid_from=day)

    page = login(commercial).get(reverse("catalog:prices")).content.decode()

    assert "2\xa0400,00" in page
    assert "2\xa0700,00" in page


def test_the_history_says_who_entered_what(mirror, commercial, login):
    browser = login(commercial)
    typed = {"amount": "2600", "valid_from": clock.today().isoformat()}
    browser.post(address("add_price", mirror), typed)

    page = browser.get(address("item_prices", mirror)).content.decode()

    assert commercial.short_name.replace(" ", " ") in page
    assert "2\xa0600,00" in page


def test_a_processing_is_asked_for_what_its_price_depends_on(commercial, login):
    kinds = {"facet": ("m", True, True), "drilling": ("piece", True, False)}
    for kind, (unit, width, curved) in kinds.items():
        item = Processing.objects.create(code=kind, name=kind, kind=kind, unit=unit)
        url = reverse("catalog:item_prices", args=["processing", item.pk])

        page = login(commercial).get(url).content.decode()

        assert ('name="width_to_mm"' in page, 'name="curved"' in page) == (width, curved)


def test_only_those_who_set_prices_do_so(mirror, login):
    manager = given.employee("manager")
    price = Price(material=mirror, amount=1, valid_from=clock.today())

    assert login(manager).get(reverse("catalog:prices")).status_code == 403
    assert login(manager).post(address("add_price", mirror), {}).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.add_price(price, by=manager)


def test_the_list_costs_the_same_queries_for_any_number_of_items(
    mirror, commercial, login, django_assert_max_num_queries
):
    browser = login(commercial)
    for number in range(20):
        each = Material.objects.create(
            code=f"m{number}", name=f"Стекло {number}", family="clear", thickness_mm=4
        )
        Price.objects.create(material=each, amount=1000, valid_from=date(2025, 1, 1))

    with django_assert_max_num_queries(14):
        browser.get(reverse("catalog:prices"))


@pytest.mark.parametrize(
    "code",
    ["materials", "processings", "stained-glass", "products", "price-levels", "urgencies",
     "quantity-discounts", "pricing-rules"],
)  # fmt: skip
def test_what_the_price_list_consists_of_is_edited_on_pages(code, commercial, login):
    browser = login(commercial)

    assert browser.get(reverse("company:dictionary", args=[code])).status_code == 200
    assert browser.get(reverse("company:add_entry", args=[code])).status_code == 200


def test_a_new_processing_gets_its_code_and_its_families(commercial, login):
    typed = {
        "name": "Патинирование",
        "kind": "other",
        "unit": "m2",
        "families": ["mirror", "clear"],
        "widths_mm": "10, 15",
    }

    answer = login(commercial).post(reverse("company:add_entry", args=["processings"]), typed)

    assert answer.status_code == 302, answer.context["form"].errors
    found = Processing.objects.get(name="Патинирование")
    assert found.code
    assert (found.families, found.widths_mm) == (["mirror", "clear"], [10, 15])
