"""An accepted proposal becomes an order, an invoice, a deal: with the prices that were offered."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.models import Price
from company.approvals import actions as approvals
from company.models import Approval
from core import clock
from core.errors import Refused
from orders import actions as orders
from orders.models import Invoice, WorkOrder
from sales.deals import actions as deals
from sales.models import Proposal
from sales.proposals import actions
from sales.proposals.models import Part
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager")


def accepted(olga, *, taken=None, **fields):
    proposal = given.sent_proposal(by=olga, **fields)
    return actions.accept_proposal(proposal, by=olga, taken=taken)


def test_the_order_has_what_was_taken_at_the_prices_of_the_offer(olga):
    lines = [*given.offered(), *given.offered(given.delivery(), part=Part.OPTION)]
    proposal = accepted(olga, lines=lines, days=40)
    later = clock.now() + timedelta(days=30)
    Price.objects.filter(material__code="mirror-4").update(amount=9999)

    with clock.at(later):
        Price.objects.filter(material__code="mirror-4").update(amount=2400)
        order = actions.order_proposal(proposal, by=olga)
        orders.accept(order, by=olga)

    order.refresh_from_db()
    assert [position.title for position in order.positions.all()] == [
        line.title for line in proposal.revisions.get().lines.filter(is_taken=True)
    ]
    assert order.total == proposal.total == 1768
    assert Proposal.objects.get().order == order


def test_pressed_twice_it_makes_one_order(olga):
    proposal = accepted(olga)

    assert actions.order_proposal(proposal, by=olga) == actions.order_proposal(proposal, by=olga)
    assert WorkOrder.objects.count() == 1


def test_only_what_the_client_has_accepted_is_ordered(olga):
    with pytest.raises(Refused):
        actions.order_proposal(given.sent_proposal(by=olga), by=olga)


def test_a_discount_that_was_decided_is_not_asked_again(olga):
    director = given.employee("director")
    proposal = given.proposal(by=olga, discount_percent=Decimal(12), reason="Давний клиент")
    approvals.approve(Approval.objects.of(proposal).get(), by=director)
    actions.give_proposal(proposal, by=olga, address_of=given.shown_at)
    actions.accept_proposal(proposal, by=olga)

    order = actions.order_proposal(proposal, by=olga)
    orders.accept(order, by=olga)

    [decided] = Approval.objects.of(order)
    assert (decided.is_approved, decided.answered_by) == (True, director)
    assert order.total == proposal.revisions.get().total


def test_in_one_move_it_becomes_an_invoice(olga):
    given.bank_account()
    client = given.organisation(by=olga)
    proposal = accepted(olga, of=client)

    invoice = actions.invoice_proposal(proposal, by=olga)

    assert Invoice.objects.get() == invoice
    assert invoice.amount == proposal.total
    assert invoice.shares.get().order == Proposal.objects.get().order


def test_a_deal_is_opened_about_it_and_becomes_its_order(olga):
    proposal = accepted(olga)
    process = given.process()

    deal = actions.put_into_deal(proposal, process=process, by=olga)

    assert (deal.client, deal.expected_sum) == (proposal.client, proposal.total)
    order = actions.order_proposal(proposal, by=olga)
    assert deal.orders.get().order == order


def test_a_won_deal_becomes_an_order_of_each_accepted_proposal(olga):
    deal = given.deal(by=olga)
    agreed = [accepted(olga, of=deal.client, deal=deal), accepted(olga, of=deal.client, deal=deal)]
    given.sent_proposal(deal.client, by=olga, deal=deal)

    deals.win(deal, by=olga)

    ordered = [link.order for link in deal.orders.order_by("pk")]
    assert [order.total for order in ordered] == [proposal.total for proposal in agreed]
    assert [order.positions.get().line_spec for order in ordered] == [given.mirror()] * 2


def test_what_was_ordered_before_is_not_ordered_again_when_the_deal_is_won(olga):
    deal = given.deal(by=olga)
    order = actions.order_proposal(accepted(olga, of=deal.client, deal=deal), by=olga)

    deals.win(deal, by=olga)

    assert deal.orders.get().order == order


def test_an_ordered_one_is_revised_no_more(olga):
    proposal = accepted(olga)
    actions.order_proposal(proposal, by=olga)

    with pytest.raises(Refused):
        actions.revise_proposal(proposal, by=olga)
