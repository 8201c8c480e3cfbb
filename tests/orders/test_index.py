from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.urls import reverse

from core import clock
from core.models import SavedView
from orders import actions
from orders.contributions import FOLDERS
from orders.lists import OrderList
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db
INDEX = "orders:index"


def shown(browser, **query):
    answer = browser.get(reverse(INDEX), query)
    assert answer.status_code == 200
    return [line["row"] for line in answer.context["list"].body()]


def late(order, days=1):
    WorkOrder.objects.filter(pk=order.pk).update(promised_on=clock.today() - timedelta(days=days))
    return order


def test_every_folder_of_the_navigation_has_its_chip():
    assert {code for code, _label, _icon in FOLDERS} <= {chip.code for chip in OrderList.chips}


def test_each_chip_shows_its_orders_and_no_other(login):
    olga = given.employee("manager")
    orders = {
        "calculations": given.calculation(by=olga),
        "in_work": given.order(by=olga, paid=1768),
        "ready": given.ready_order(by=olga, paid=1768),
        "archive": given.handed_over_order(by=olga),
    }
    browser = login(olga)

    for chip, order in orders.items():
        assert shown(browser, chip=chip) == [order]
    orders["in_work"].refresh_from_db()
    late(orders["in_work"])
    assert shown(browser, chip="overdue") == [orders["in_work"]]
    late(orders["in_work"], days=0)
    assert shown(browser, chip="due_today") == [orders["in_work"]]
    assert shown(browser, chip="in_debt") == []


def test_a_calculation_owes_nothing(login):
    olga = given.employee("manager")
    given.calculation(by=olga)
    owing = given.order(by=olga, paid=768)

    assert shown(login(olga), chip="in_debt") == [owing]
    assert owing.debt == 1000


@pytest.mark.parametrize(
    "text",
    ["{year}-000001", "1", "000001", "№ 1", "светл мар", "123-45-67", "8 (916) 123 45 67", "4567"],
)
def test_an_order_is_found_by_number_client_or_phone(login, text):
    olga = given.employee("manager")
    wanted = given.order(by=olga)
    given.order(by=olga, of=given.client("Денис Орлов", "+7 903 765-43-21"))

    assert shown(login(olga), text=text.format(year=wanted.year)) == [wanted]


def test_a_calculation_is_found_by_its_mark_in_either_alphabet(login):
    olga = given.employee("manager")
    wanted = given.calculation(by=olga)

    for text in (f"Р-{wanted.pk}", f"c{wanted.pk}", f"р {wanted.pk}"):
        assert shown(login(olga), text=text) == [wanted]


def test_clients_are_not_found_by_those_who_may_not_see_them(login):
    order = given.order()
    nosy = login(given.employee(may=["orders.view_workorder"]))

    assert shown(nosy, text="Светлова") == []
    assert shown(nosy, text=order.number) == [order]


def test_sums_and_dates_narrow_the_list(login):
    olga = given.employee("manager")
    small, large = given.order(by=olga), given.order(given.mirror(1200, 1600), by=olga)
    browser, today = login(olga), clock.today().isoformat()

    assert shown(browser, sum_from="2 000") == [large]
    assert shown(browser, sum_to="1999,99") == [small]
    assert set(shown(browser, taken_from=today, taken_to=today)) == {small, large}
    assert shown(browser, taken_to=(clock.today() - timedelta(days=1)).isoformat()) == []
    assert shown(browser, state="ready") == []
    assert set(shown(browser, manager=olga.pk, debt_from="1")) == {small, large}
    assert shown(browser, sum_from="много") == []


def test_the_desk_of_an_office_sees_its_orders_and_a_director_all(login):
    here, there = given.employee(), given.employee(office=given.office("Офис на Соколе"))
    ours, theirs = given.order(by=here), given.order(by=there)

    assert shown(login(here)) == [ours]
    director = login(given.employee("director"))
    assert set(shown(director)) == {ours, theirs}
    assert shown(director, office=there.office_id) == [theirs]


def test_prices_are_for_those_with_the_right(login):
    given.order(paid=1000)
    answer = login(given.employee(may=["orders.view_workorder"])).get(reverse(INDEX))

    assert "768" not in answer.content.decode().replace("\xa0", "")
    assert "in_debt" not in answer.content.decode()


def test_without_the_right_there_is_no_list(login):
    assert login(given.employee("worker")).get(reverse(INDEX)).status_code == 403


def test_counts_and_totals_come_in_a_second_request(login):
    olga = given.employee("manager")
    given.order(by=olga, paid=768)
    given.calculation(by=olga)

    answer = login(olga).get(reverse("core:list_summary", args=["orders"]), {"chip": "in_work"})

    totals = {str(each["label"]): each["value"] for each in answer.context["summary"]["totals"]}
    assert list(totals.values()) == [Decimal(1768), Decimal(1000)]


def test_a_client_has_their_own_list(login):
    olga, maria = given.employee("manager"), given.client()
    order = given.order(by=olga, of=maria)
    given.order(by=olga, of=given.client("Денис Орлов", "+7 903 765-43-21"))

    answer = login(olga).get(reverse(INDEX), {"client": maria.pk})

    assert [line["row"] for line in answer.context["list"].body()] == [order]
    assert maria.get_absolute_url() in answer.content.decode()


def test_a_view_is_kept_and_the_list_goes_to_excel(login):
    olga = given.employee("manager")
    order = given.order(by=olga)
    browser = login(olga)

    browser.post(
        reverse("core:save_view", args=["orders"]), {"name": "В работе", "query": "chip=in_work"}
    )
    answer = browser.get(reverse("core:list_export", args=["orders", "xlsx"]))

    assert SavedView.objects.get().query == "chip=in_work"
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    words = [cell.value for cell in sheet[2]]
    assert words[0] == order.number
    assert "Принят" in words
    assert "None" not in words


def test_a_page_costs_as_many_queries_for_twenty_rows_as_for_one(
    login, django_assert_num_queries, django_assert_max_num_queries
):
    olga = given.employee("manager")
    given.order(by=olga)
    browser = login(olga)
    shown(browser)

    with django_assert_max_num_queries(12) as counted:
        shown(browser)
    for _ in range(20):
        given.order(given.mirror(), given.mirror(900), by=olga, of=given.client())
    with django_assert_num_queries(len(counted)):
        shown(browser)


def test_the_day_on_which_it_was_taken_is_the_firms(login):
    olga = given.employee("manager")
    after_midnight_in_moscow = datetime(2026, 3, 2, 0, 1, tzinfo=ZoneInfo("Europe/Moscow"))
    with clock.at(after_midnight_in_moscow):
        order = given.calculation(by=olga)

    browser = login(olga)

    assert shown(browser, taken_from="2026-03-02", taken_to="2026-03-02") == [order]
    assert shown(browser, taken_to="2026-03-01") == []
    assert "02.03.2026" in browser.get(reverse(INDEX)).content.decode()


def test_cancelled_orders_keep_out_of_every_folder(login):
    olga = given.employee("manager")
    actions.cancel(given.order(by=olga), by=olga, ground="Передумал")

    for chip in ("in_work", "ready", "archive", "overdue", "in_debt"):
        assert shown(login(olga), chip=chip) == []


def test_how_it_stands_against_the_date_shares_its_cell_and_has_a_column_of_the_export(login):
    olga = given.employee()
    late(given.order(by=olga))
    page = login(olga).get(reverse("orders:index"))

    heads = [head["column"].code for head in page.context["list"].heads()]
    assert "promised_on" in heads
    assert "term" not in heads
    cell = page.text.partition('data-label="Срок"')[2].partition("</td>")[0]
    assert "Просрочен" in cell
    csv = login(olga).get(reverse("core:list_export", args=["orders", "csv"])).getvalue().decode()
    assert "Просрочен" in csv


def test_the_export_is_sorted_as_the_list_is(login):
    olga = given.employee()
    small, big = given.order(by=olga), given.order(given.mirror(900), by=olga)
    page = login(olga)

    def exported(sort):
        answer = page.get(reverse("core:list_export", args=["orders", "csv"]), {"sort": sort})
        text = answer.getvalue().decode()
        return text.index(small.number) < text.index(big.number)

    assert exported("total")
    assert not exported("-total")
