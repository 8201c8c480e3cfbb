"""A proposal is prepared for a deal, revised, accepted by the client on the link, and ordered."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from orders.models import WorkOrder
from sales.models import Proposal
from sales.proposals import actions
from sales.proposals.lifecycle import ProposalStatus
from sales.proposals.models import Part
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def olga():
    return given.employee("manager")


def type_line(page, place, *, width, height):
    line = page.locator("#lines > .line").nth(place)
    line.locator("[name$=-item]").fill("Зеркало серебро 4 мм")
    line.locator("[name$=-width_mm]").fill(str(width))
    line.locator("[name$=-height_mm]").fill(str(height))
    return line


def test_from_a_deal_to_an_order_by_the_clients_answer(screen, olga):
    given.price_list()
    deal = given.deal(by=olga)
    page = screen(olga)
    page.goto(f"{reverse('sales:prepare_proposal')}?deal={deal.pk}")
    expect(page.locator("[name=title]")).to_have_value(deal.title)
    page.locator("[name=text]").fill("Здравствуйте, {клиент}!")
    type_line(page, 0, width=600, height=800)
    page.get_by_role("button", name="Добавить позицию").click()
    expect(page.locator("#lines > .line")).to_have_count(2)
    option = type_line(page, 1, width=400, height=500)
    option.locator(".line-part").select_option("option")
    expect(page.locator("#sum")).to_contain_text("1\xa0152")
    page.get_by_role("button", name="Сохранить предложение").click()
    page.wait_for_url("**/sales/proposals/*/")
    proposal = Proposal.objects.get()
    assert (proposal.deal, proposal.total) == (deal, 1152)

    first = actions.give_proposal(proposal, by=olga, address_of=given.shown_at)
    page.reload()
    page.get_by_role("button", name="Новая редакция").click()
    page.wait_for_url("**/change/")
    page.locator("#lines > .line").nth(0).locator("[name$=-width_mm]").fill("700")
    expect(page.locator("#sum")).to_contain_text("1\xa0344")
    page.get_by_role("button", name="Сохранить предложение").click()
    page.wait_for_url(f"**{proposal.get_absolute_url()}")
    page.get_by_role("link", name="Что изменилось").click()
    expect(page.locator(".compared").last).to_contain_text("700")
    proposal.refresh_from_db()
    second = actions.give_proposal(proposal, by=olga, address_of=given.shown_at)

    client = screen(width=390)
    client.goto(first)
    expect(client.locator("main")).to_contain_text("заменена")
    client.goto(second)
    client.locator("[name=option]").check()
    client.get_by_label("Ваше замечание").fill("Берём")
    client.get_by_role("button", name="Принять предложение").click()
    expect(client.locator("main")).to_contain_text("Принято")

    page.goto(proposal.get_absolute_url())
    expect(page.locator("h1")).to_contain_text("Принято")
    page.get_by_role("button", name="Оформить заказ").click()
    page.wait_for_url("**/orders/*/")
    order = WorkOrder.objects.get()
    proposal.refresh_from_db()
    assert (proposal.status, proposal.order) == (ProposalStatus.ACCEPTED, order)
    assert order.total == proposal.total == 1344 + 480


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nobody_is_shut_out_of_the_pages_of_proposals(screen, barriers, olga, dark, width):
    lines = [
        *given.offered(),
        *given.offered(given.mirror(400), given.mirror(500), part=Part.ALTERNATIVE, group=1),
        *given.offered(given.delivery(), part=Part.OPTION),
    ]
    draft = given.proposal(by=olga, lines=lines)
    sent = given.sent_proposal(by=olga, lines=lines)
    page = screen(olga, dark=dark, width=width)
    pages = [
        reverse("sales:proposals"),
        f"{reverse('sales:prepare_proposal')}?client={draft.client_id}",
        reverse("sales:change_proposal", args=[draft.pk]),
        reverse("sales:send_proposal", args=[draft.pk]),
        draft.get_absolute_url(),
        sent.get_absolute_url(),
        reverse("sales:accept_proposal", args=[sent.pk]),
        sent.path,
        reverse("core:report", args=["proposals_by_employee"]),
    ]

    found = []
    for address in pages:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

    assert found == []
