from itertools import count

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients.models import Client
from company.numbering import take_number
from core import clock, documents
from core.errors import Refused, Stale
from orders.work_orders.actions.keep import registered_client
from sales.proposals import decisions
from sales.proposals.content import OfferedLine, ProposalContent, reckon
from sales.proposals.lifecycle import ADD, CHANGE
from sales.proposals.models import Proposal, ProposalLine, ProposalRevision

SERIES, PAPER = "proposals", "proposal"


@transaction.atomic
def prepare_proposal(client, content: ProposalContent, *, by, ad_source=None, token=None):
    """The first revision, a draft; `client` may be one whom the desk has only just met. A second
    press finds what the first has made."""
    if not by.has_perm(ADD):
        raise PermissionDenied
    if token and (pressed_before := Proposal.objects.filter(form_token=token).first()):
        return pressed_before
    client = registered_client(client, by=by, ad_source=ad_source)
    now, year = clock.now(), clock.today().year
    reckoned = _reckoned(content, client)
    proposal = Proposal.objects.create(
        year=year,
        seq=take_number(SERIES, year),
        client=client,
        responsible=by,
        office=by.office,
        created_at=now,
        created_by=by,
        form_token=token,
        **_facts(content, client, reckoned),
    )
    revision = ProposalRevision(proposal=proposal, number=1, made_at=now, made_by=by)
    return _written(proposal, revision, content, reckoned, by=by)


@transaction.atomic
def change_proposal(proposal, content: ProposalContent, *, by, version: int) -> Proposal:
    """The draft becomes this; what was sent is left as the client has it."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = Proposal.objects.select_for_update(of=["self"]).get(pk=proposal.pk)
    if not locked.is_draft:
        raise Refused(_("The client has this revision: begin the next one to change anything."))
    if locked.version != version:
        raise Stale(_("Somebody else has changed this proposal meanwhile. Open it anew."))
    reckoned = _reckoned(content, locked.client)
    for name, value in _facts(content, locked.client, reckoned).items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save()
    revision = locked.revisions.get(number=locked.revision)
    return _written(locked, revision, content, reckoned, by=by)


def _reckoned(content, client):
    if not content.lines:
        raise Refused(_("Add what is offered: there is no line yet."))
    today = clock.today()
    return reckon(content.lines, client, on=today, discount_percent=content.discount_percent)


def _facts(content, client: Client, reckoned) -> dict:
    deal, person = content.deal, content.person
    if deal and deal.client_id != client.pk:
        raise Refused(_("This deal is of another client."))
    if person and person.client_id != client.pk:
        raise Refused(_("This contact person is of another client."))
    return {
        "title": content.title,
        "person": person,
        "deal": deal,
        "total": reckoned.total,
        "discount_percent": content.discount_percent,
        "valid_until": content.valid_until,
    }


def _written(proposal, revision, content, reckoned, *, by) -> Proposal:
    client, allowance = proposal.client, reckoned.allowance
    revision.text, revision.terms = content.text, content.terms
    revision.valid_until, revision.discount_percent = proposal.valid_until, content.discount_percent
    revision.client_discount_percent = client.discount_percent
    revision.price_level, revision.priced_on = client.price_level, clock.today()
    revision.total, revision.vat_percent = reckoned.total, reckoned.tariff.policy.vat_percent
    revision.allowed_percent = allowance.percent if allowance else None
    revision.promised_on, revision.promised_reason = reckoned.promise
    revision.save()
    _write_lines(revision, content.lines, reckoned)
    decisions.ask_for(proposal, reckoned, by=by, reason=content.reason)
    documents.as_it_is(PAPER, revision, by=by)
    return proposal


def _write_lines(revision, lines, reckoned):
    """A line that continues one keeps its key; no two have the same."""
    keys = _keys(revision, lines)
    revision.lines.all().delete()
    rows = zip(lines, reckoned.lines, reckoned.taken, keys, strict=True)
    ProposalLine.objects.bulk_create(
        [
            _line(revision, ordinal, line, priced, is_taken=is_taken, key=key)
            for ordinal, (line, priced, is_taken, key) in enumerate(rows, start=1)
        ]
    )


def _keys(revision, lines: tuple[OfferedLine, ...]) -> list[int]:
    of_all = ProposalLine.objects.filter(revision__proposal=revision.proposal)
    known = set(of_all.values_list("key", flat=True))
    fresh, used, found = count(max(known, default=0) + 1), set(), []
    for line in lines:
        key = line.key if line.key in known - used else next(fresh)
        used.add(key)
        found.append(key)
    return found


def _line(revision, ordinal, line: OfferedLine, priced, *, is_taken, key) -> ProposalLine:
    return ProposalLine(
        revision=revision,
        key=key,
        part=line.part,
        group=line.group,
        is_taken=is_taken,
        ordinal=ordinal,
        **priced.facts,
    )
