"""What the client sees and answers at the secret address, without a login."""

import pytest
from django.test import Client

from company.models import Notification
from core import attachments
from core.errors import Refused
from sales.models import Proposal
from sales.proposals import actions
from sales.proposals.lifecycle import ProposalStatus
from sales.proposals.models import Part
from sales.proposals.pictures import pictures_of, remove_picture
from tests import given
from tests.core import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager")


@pytest.fixture
def stranger():
    return Client()


def test_it_is_opened_and_its_manager_sees_when(stranger, olga):
    proposal = given.sent_proposal(by=olga)

    page = stranger.get(proposal.path)
    assert page.status_code == 200
    assert proposal.number in page.content.decode()
    assert Proposal.objects.get().opened_at is None
    stranger.post(f"{proposal.path}open/")

    assert Proposal.objects.get().status == ProposalStatus.OPENED


def test_the_client_chooses_and_accepts(stranger, olga):
    lines = [
        *given.offered(),
        *given.offered(given.mirror(400), given.mirror(500), part=Part.ALTERNATIVE, group=1),
        *given.offered(given.delivery(), part=Part.OPTION),
    ]
    proposal = given.sent_proposal(by=olga, lines=lines)
    first, _second, third, option = proposal.revisions.get().lines.all()

    chosen = {"answer": "accept", "choice-1": third.key, "option": option.key, "words": "Берём"}
    stranger.post(f"{proposal.path}answer/", chosen)

    proposal.refresh_from_db()
    assert (proposal.status, proposal.words) == (ProposalStatus.ACCEPTED, "Берём")
    assert proposal.total == first.total + third.total + option.total
    assert Notification.objects.filter(recipient=olga, text__contains=proposal.number).exists()


def test_one_of_the_alternatives_must_be_chosen(stranger, olga):
    both = given.offered(given.mirror(400), given.mirror(500), part=Part.ALTERNATIVE, group=1)
    proposal = given.sent_proposal(by=olga, lines=both)

    answer = stranger.post(f"{proposal.path}answer/", {"answer": "accept"})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert Proposal.objects.get().status == ProposalStatus.SENT


def test_a_refusal_needs_words(stranger, olga):
    proposal = given.sent_proposal(by=olga)

    stranger.post(f"{proposal.path}answer/", {"answer": "decline", "words": " "})
    assert Proposal.objects.get().status == ProposalStatus.SENT
    stranger.post(f"{proposal.path}answer/", {"answer": "decline", "words": "Дорого"})

    assert Proposal.objects.get().status == ProposalStatus.DECLINED


def test_the_address_of_a_replaced_revision_is_closed_and_says_so(stranger, olga):
    proposal = given.sent_proposal(by=olga)
    actions.revise_proposal(proposal, by=olga)
    prepared = stranger.get(proposal.path).content.decode()
    assert 'name="answer"' not in prepared
    proposal.refresh_from_db()
    newer = actions.give_proposal(proposal, by=olga, address_of=given.shown_at)

    old = stranger.get(proposal.path)
    stranger.post(f"{proposal.path}answer/", {"answer": "accept"})

    assert proposal.title not in old.content.decode()
    assert stranger.get(f"{proposal.path}pdf/").status_code == 404
    assert Proposal.objects.get().status == ProposalStatus.SENT
    assert proposal.title in stranger.get(newer).content.decode()


def test_answered_twice_the_first_answer_stands(stranger, olga):
    proposal = given.sent_proposal(by=olga)

    stranger.post(f"{proposal.path}answer/", {"answer": "accept"})
    stranger.post(f"{proposal.path}answer/", {"answer": "decline", "words": "Передумали"})

    assert Proposal.objects.get().status == ProposalStatus.ACCEPTED


def test_a_guessed_address_opens_nothing(stranger, olga):
    assert stranger.get(given.shown_at("guessed")).status_code == 404


def test_the_sketches_of_a_revision_are_those_that_were_sent(stranger, olga, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    proposal = given.proposal(by=olga)
    kept = attachments.attach(proposal, files.upload(files.png(), "панно.png"), by=olga)
    path = actions.give_proposal(proposal, by=olga, address_of=given.shown_at)
    later = attachments.attach(proposal, files.upload(files.png(), "другое.png"), by=olga)

    shown = stranger.get(f"{path}pictures/{kept.pk}/")

    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert "sandbox" in shown["Content-Security-Policy"]
    assert f"pictures/{kept.pk}/" in stranger.get(path).content.decode()
    assert stranger.get(f"{path}pictures/{later.pk}/").status_code == 404


def test_a_sketch_that_was_sent_stays_where_it_was_shown(stranger, olga, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    proposal = given.proposal(by=olga)
    file = attachments.attach(proposal, files.upload(files.png(), "панно.png"), by=olga)
    path = actions.give_proposal(proposal, by=olga, address_of=given.shown_at)
    with pytest.raises(Refused):
        remove_picture(Proposal.objects.get(), file, by=olga)
    actions.revise_proposal(proposal, by=olga)

    remove_picture(Proposal.objects.get(), file, by=olga)

    first, second = proposal.revisions.all()
    assert [each.pk for each in pictures_of(first)] == [file.pk]
    assert pictures_of(second) == []
    assert stranger.get(f"{path}pictures/{file.pk}/").status_code == 200
