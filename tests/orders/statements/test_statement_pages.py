"""The pages of statements and of their lines."""

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from tests import given
from tests.orders.bank_file import statement
from tests.orders.statements.lines import came, loaded

pytestmark = pytest.mark.django_db


def test_a_page_of_many_lines_costs_as_many_queries_as_of_few(
    vera, two, login, django_assert_max_num_queries
):
    sections = [came(77, number=str(place)) for place in range(25)]
    found = given.statement(statement(*sections), by=vera)
    browser = login(vera)
    browser.get(found.get_absolute_url())

    with django_assert_max_num_queries(26):
        browser.get(found.get_absolute_url())


def test_lists_show_and_narrow_lines(vera, two, login):
    line = loaded(two[0].amount, vera)
    browser = login(vera)

    for chip in ("", "open", "advances", "expenses"):
        page = browser.get(reverse("orders:bank_lines"), {"chip": chip})
        assert (line.payer_name in page.content.decode().replace("&quot;", '"')) == (
            chip in {"", "open"}
        )
    page = browser.get(reverse("orders:statements")).text
    assert "kl_to_1c.txt" in page
    assert f"{localtime(line.statement.uploaded_at):%d.%m.%Y %H:%M}" in page
