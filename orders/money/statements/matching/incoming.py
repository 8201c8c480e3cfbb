"""What a payment that came is for.

Sure, in this order: an open paper of the payer that the purpose names; the only open invoice of the
payer, known by the INN, for exactly this sum. All else is offered. Never on the sum alone.
"""

from itertools import combinations

from django.utils.translation import gettext as _

from clients.models import Client
from orders.models import Invoice
from orders.money.statements.direction import Direction
from orders.money.statements.matching.candidates import Candidate, Match, allocated, open_of
from orders.money.statements.matching.naming import is_mentioned
from orders.money.statements.words import about

SHOWN = 6
FEW = 12  # open invoices of one client that are tried in pairs
ACQUIRING = about("acquiring")


def is_acquiring(line) -> bool:
    """The day's card payments less the bank's fee: no order of anybody's."""
    return line.direction == Direction.IN and ACQUIRING.search(line.purpose) is not None


def match_incoming(line, known, *, offers) -> Match:
    found = Match()
    if is_acquiring(line):
        return found
    payers = known.clients_of(line)
    reading = _Purpose(line, known)
    if line.is_whole and line.direction == Direction.IN:
        found.sure = reading.sure() or _by_inn_and_sum(line, known)
    found.client_id = _whose(payers, reading.theirs)
    found.notes = reading.notes or _about_payer(line, payers)
    if offers:
        found.offer(_offered(line, known, reading, payers), SHOWN)
    return found


class _Purpose:
    """What the purpose names: open papers of the payer (`theirs`), open ones of others."""

    def __init__(self, line, known):
        self.line, self.theirs, self.of_others, self.notes = line, [], [], []
        self.is_doubtful = False
        for named in known.named[line.pk]:
            self._take(named, known)
        if any(isinstance(each, Invoice) for each in self.theirs):
            # «По счёту 5 за заказ 17»: the invoice asks for the order.
            self.theirs = [each for each in self.theirs if isinstance(each, Invoice)]

    def _take(self, named, known):
        papers = known.papers_named(self.line, named)
        theirs = [paper for paper in papers if known.is_payer(self.line, paper.client)]
        open_ones = [paper for paper in theirs if open_of(paper) > 0]
        self.theirs += [paper for paper in open_ones if paper not in self.theirs]
        self.is_doubtful |= len(open_ones) > 1
        if theirs and not open_ones:
            self.is_doubtful = True
            self.notes.append(_("%(number)s is paid already.") % {"number": theirs[0].number})
        if not theirs:
            self.of_others += [paper for paper in papers if open_of(paper) > 0]
            self.is_doubtful |= bool(papers and named.year)

    def sure(self) -> Candidate | None:
        one_clients = len({paper.client_id for paper in self.theirs}) == 1
        if self.is_doubtful or not one_clients:
            return None
        return self.together()

    def together(self):
        parts = allocated(self.theirs, self.line.amount)
        return Candidate(parts, (_("named in the purpose"), _("the payer is its client")))


def _by_inn_and_sum(line, known):
    if known.names_a_paper(line):
        return None
    theirs = known.by_inn.get(line.payer_inn, ())
    exact = [invoice for pk in theirs for invoice in known.exact[pk][line.amount]]
    if len(exact) != 1:
        return None
    reasons = (_("INN of the client"), _("exactly what is left to pay"))
    return Candidate(allocated(exact, line.amount), reasons)


def _offered(line, known, reading, payers):
    """The likeliest first."""
    if reading.theirs:
        yield reading.together()
    amount = line.amount
    for paper in reading.theirs:
        yield Candidate(allocated([paper], amount), (_("named in the purpose"),))
    owed = [invoice for pk in sorted(payers) for invoice in known.owing[pk]]
    owed += [order for pk in sorted(payers) for order in known.indebted[pk]]
    yield from _exactly(owed, amount)
    for paper in reading.of_others:
        reasons = (_("named in the purpose"), _("of another client"))
        yield Candidate(allocated([paper], amount), reasons)
    yield from _by_name_and_sum(line, known)
    for paper in owed:
        yield Candidate(allocated([paper], amount), (_("owed by this client"),))


def _by_name_and_sum(line, known):
    """Namesakes with the same debt are nobody's guess: then a person looks for the right one."""
    papers = known.of_amount.get(line.amount, ())
    reasons = (_("name of the client"), _("exactly what is left to pay"))
    of_payer = [paper for paper in papers if known.is_payer(line, paper.client)]
    said = f"{line.other_name} {line.purpose}"
    found = of_payer or [paper for paper in papers if _is_person_in(said, paper.client)]
    if of_payer or len(found) == 1:
        for paper in found:
            yield Candidate(allocated([paper], line.amount), reasons)


def _is_person_in(text, client):
    return client.kind == Client.Kind.PERSON and is_mentioned(client, text)


def _exactly(owed, amount):
    """One that is exactly the sum, all of a client's together, or two of them."""
    for paper in owed:
        if open_of(paper) == amount:
            reasons = (_("the payer is its client"), _("exactly what is left to pay"))
            yield Candidate(allocated([paper], amount), reasons)
    by_client = {}
    for paper in owed:
        by_client.setdefault(paper.client_id, []).append(paper)
    for papers in by_client.values():
        groups = [papers] if len(papers) > 1 else []
        groups += combinations(papers[:FEW], 2)
        for group in groups:
            if sum(map(open_of, group)) == amount:
                yield Candidate(allocated(group, amount), (_("together exactly this sum"),))


def _whose(payers, papers):
    clients = {paper.client_id for paper in papers} or payers
    return next(iter(clients)) if len(clients) == 1 else None


def _about_payer(line, payers):
    if payers:
        return []
    if line.payer_inn:
        return [_("No client has the INN %(inn)s.") % {"inn": line.payer_inn}]
    return [_("The bank names no INN of the payer.")]
