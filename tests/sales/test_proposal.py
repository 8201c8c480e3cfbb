"""A commercial proposal is prepared, decided on, sent, answered and revised."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from company.approvals import actions as approvals
from company.deadlines.ringing import warn_of_due
from company.models import Approval, Notification
from core import clock, links
from core.errors import Refused
from core.models import Document, OutgoingMessage
from sales.models import Proposal
from sales.proposals import actions
from sales.proposals.content import OfferedLine, ProposalContent
from sales.proposals.difference import compared
from sales.proposals.lifecycle import ProposalStatus
from sales.proposals.models import Part
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager")


def content_of(proposal, **changed):
    """What is typed already, with what is different."""
    revision = proposal.revisions.get(number=proposal.revision)
    said = {
        "title": proposal.title,
        "text": revision.text,
        "terms": revision.terms,
        "valid_until": revision.valid_until,
        "discount_percent": revision.discount_percent,
        "lines": tuple(
            OfferedLine(line.content, line.part, line.group, line.key)
            for line in revision.lines.all()
        ),
    }
    return ProposalContent(**said | changed)


def test_it_costs_what_an_order_of_the_same_lines_would(olga):
    proposal = given.proposal(by=olga)
    order = given.calculation(by=olga, of=proposal.client)

    assert proposal.total == order.total == 1768
    revision = proposal.revisions.get()
    assert revision.promised_on == order.promised_on
    assert Document.objects.of(revision).get().content["total"] == "1768.00"


def test_of_alternatives_one_counts_and_options_do_not(olga):
    lines = [
        *given.offered(),
        *given.offered(given.mirror(400), given.mirror(500), part=Part.ALTERNATIVE, group=1),
        *given.offered(given.delivery(), part=Part.OPTION),
    ]
    proposal = given.proposal(by=olga, lines=lines)

    rows = proposal.revisions.get().lines.all()
    assert [row.is_taken for row in rows] == [True, True, False, False]
    assert proposal.total == sum(row.total for row in rows if row.is_taken)


def test_numbers_go_on_without_gaps_and_a_refused_one_takes_none(olga):
    first = given.proposal(by=olga)
    with pytest.raises(Refused):
        actions.prepare_proposal(first.client, content_of(first, lines=()), by=olga)
    second = given.proposal(by=olga)

    assert second.seq == first.seq + 1


def test_fields_of_the_text_are_filled_once_it_is_sent(olga):
    text = "Здравствуйте, {client}! {number} на {сумма}."
    proposal = given.proposal(given.client("Салон «Лик»", by=olga), by=olga, text=text)
    assert proposal.revisions.get().text == text

    actions.give_proposal(proposal, by=olga, address_of=given.shown_at)

    sent = proposal.revisions.get().text
    assert "Салон «Лик»" in sent
    assert proposal.number in sent
    assert "{" not in sent


def test_a_discount_beyond_the_limit_is_decided_before_it_is_sent(olga):
    director = given.employee("director")
    proposal = given.proposal(by=olga, discount_percent=Decimal(12), reason="Давний клиент")
    question = Approval.objects.of(proposal).get()
    with pytest.raises(Refused):
        actions.give_proposal(proposal, by=olga, address_of=given.shown_at)

    approvals.approve(question, by=director)
    actions.give_proposal(proposal, by=olga, address_of=given.shown_at)

    proposal.refresh_from_db()
    assert proposal.status == ProposalStatus.SENT


def test_what_was_sent_is_never_changed(olga):
    proposal = given.sent_proposal(by=olga)

    with pytest.raises(Refused):
        actions.change_proposal(
            proposal, content_of(proposal, title="Другое"), by=olga, version=proposal.version
        )

    proposal.refresh_from_db()
    assert proposal.title == "Зеркала для салона"


def test_the_next_revision_is_compared_with_the_one_before(olga):
    lines = given.offered(given.mirror(), given.delivery())
    proposal = given.sent_proposal(by=olga, lines=lines)
    actions.revise_proposal(proposal, by=olga)
    proposal.refresh_from_db()
    typed = content_of(proposal)
    kept = typed.lines[0]
    wider = given.offered(given.mirror(700))[0]
    changed = OfferedLine(wider.content, kept.part, kept.group, kept.key)
    added = given.offered(given.mirror(300))[0]
    text = f"{typed.text} Добавили зеркало."

    actions.change_proposal(
        proposal,
        content_of(proposal, lines=(changed, added), text=text),
        by=olga,
        version=proposal.version,
    )

    first, second = proposal.revisions.all()
    found = compared(first, second)
    assert [each.kind for each in found.lines] == ["changed", "removed", "added"]
    facts = {fact.what: (fact.before, fact.after) for fact in found.lines[0].facts}
    assert "600" in facts["Размер"][0]
    assert "700" in facts["Размер"][1]
    assert [said.words for said in found.text if said.kind == "new"] == ["Добавили зеркало."]
    assert first.total == 2968  # what was sent stands


def test_a_letter_carries_the_paper_and_the_address(olga):
    proposal = given.proposal(by=olga)
    seen = []

    for _press in range(2):
        actions.send_proposal(
            proposal,
            by=olga,
            to="buh@lik.example",
            token="5f2f",
            address_of=lambda token: seen.append(token) or given.shown_at(token),
        )

    letter = OutgoingMessage.objects.of(proposal).get()
    assert given.shown_at(seen[0]) in letter.body
    assert len(seen) == 1
    assert letter.documents.get().kind == "proposal"
    assert links.opened(seen[0], purpose="proposal")


def test_its_term_is_told_of_and_ends_by_itself(olga):
    proposal = given.sent_proposal(by=olga, days=10)
    end = clock.midnight(proposal.valid_until)

    with clock.at(end - timedelta(days=1)):
        warn_of_due()
    assert Notification.objects.filter(recipient=olga, key__startswith="proposal-term").count() == 1
    assert Proposal.objects.get().status == ProposalStatus.SENT
    with clock.at(end + timedelta(days=1, minutes=1)):
        warn_of_due()
        warn_of_due()

    assert Proposal.objects.get().status == ProposalStatus.EXPIRED
    assert Notification.objects.filter(recipient=olga, key__startswith="proposal-term").count() == 2


def test_an_answered_one_is_watched_no_more(olga):
    proposal = given.sent_proposal(by=olga, days=10)
    actions.decline_proposal(proposal, by=olga, words="Дорого")

    with clock.at(clock.midnight(proposal.valid_until + timedelta(days=2))):
        warn_of_due()

    assert Proposal.objects.get().status == ProposalStatus.DECLINED


def test_the_list_and_the_card_show_it(login, olga):
    proposal = given.sent_proposal(by=olga)
    browser = login(olga)

    listed = browser.get(reverse("sales:proposals"), {"chip": "with_client"})
    card = browser.get(proposal.get_absolute_url())

    assert proposal.number in listed.content.decode()
    assert proposal.title in card.content.decode()


def test_a_stranger_of_another_office_sees_nothing(login, olga):
    proposal = given.sent_proposal(by=olga)
    vera = given.employee("manager", office=given.office("Дальний"))

    assert login(vera).get(proposal.get_absolute_url()).status_code == 404
