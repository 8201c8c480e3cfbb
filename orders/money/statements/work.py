"""The worker takes a statement: its lines first, then what becomes of each, in pieces. A piece is
kept whole; what a killed worker has left is found by the state of its lines."""

from collections import defaultdict
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext as _

from company.models import BankAccount
from core import clock, jobs, standing
from core.own_values import write_own
from orders.models import BankLine, BankStatement
from orders.money.statements import control, reading
from orders.money.statements.actions.book import book_lines
from orders.money.statements.actions.taking import follow
from orders.money.statements.direction import (
    Direction,
    Own,
    business_day,
    direction_of,
    our_account,
)
from orders.money.statements.lifecycle import (
    LINE_LIFE,
    STATEMENT_LIFE,
    LineStep,
    StatementStep,
)
from orders.money.statements.matching import match
from orders.money.statements.matching.incoming import is_acquiring
from orders.money.statements.matching.outgoing import kinds_bought_before
from orders.money.statements.turns import in_turns
from orders.money.statements.unique import keys_of

PIECE = 500  # the orders of so many lines are held at once


def run(job, progress):
    statement = BankStatement.objects.get(pk=job.arguments["statement"])
    if not statement.is_being_read:
        return
    with statement.file.open("rb") as file:
        found = reading.read(file.read())
    own = Own.of(found, known=set(BankAccount.objects.values_list("account", flat=True)))
    _take_lines(statement, found, own, progress)
    with standing.kept():
        _settle_lines(statement, progress, by=job.by)
    _close(statement, found, own, by=job.by)


KIND = jobs.JobKind("bank_statement", run)


def _take_lines(statement, found, own, progress):
    """A line that any statement has brought already stays with that one."""
    total = len(found.entries)
    entries = zip(found.entries, keys_of(found, own), strict=True)
    taken = 0
    while piece := list(islice(entries, PIECE)):
        BankLine.objects.bulk_create(
            [_line_of(statement, entry, key, own) for entry, key in piece], ignore_conflicts=True
        )
        taken += len(piece)
        progress.say(taken // 2, total)


def _line_of(statement, entry, key, own):
    direction = direction_of(entry, own)
    return BankLine(
        statement=statement,
        line=entry.line,
        key=key,
        direction=direction,
        account=our_account(entry, own)[:40],
        day=business_day(entry, direction),
        kind=entry.kind[:80],
        number=entry.number[:40],
        amount=entry.amount,
        is_whole=entry.is_whole,
        purpose=entry.purpose[:1000],
        **_party("payer", entry.payer),
        **_party("payee", entry.payee),
    )


def _party(side, party):
    return {
        f"{side}_name": party.name[:250],
        f"{side}_inn": party.inn,
        f"{side}_account": party.account[:40],
    }


def _settle_lines(statement, progress, *, by):
    total = statement.lines.count()
    while piece := list(statement.lines.unread().order_by("pk")[:PIECE]):
        done = total - statement.lines.unread().count()
        progress.say(total // 2 + done // 2, total)
        for turn in in_turns(_sort_out(piece, by=by)):
            book_lines(turn, by=by)


@transaction.atomic
def _sort_out(lines, *, by) -> list[tuple]:
    """All that needs no money moved is kept at once; what is to be booked is answered."""
    matches = match(lines, offers=False)
    steps, sure = defaultdict(list), []
    for line in lines:
        found = matches[line.pk]
        line.client_id = found.client_id
        if found.sure:
            sure.append((line, found.sure.parts))
        else:
            steps[_step_of(line, found)].append(line)
    _keep_kinds(steps[LineStep.KEEP_EXPENSE])
    for step, theirs in steps.items():
        write_own(theirs, "client")
        note = _("Card payments of the day") if step == LineStep.LEAVE_OUT else ""
        changes = {} if step == LineStep.OFFER else {"finished_by": by, "finished_at": clock.now()}
        rows = BankLine.objects.filter(pk__in=[line.pk for line in theirs])
        LINE_LIFE.take_all(rows, step, by=by, note=note, ground=note, **changes)
    return sure


def _step_of(line, found) -> LineStep:
    if not line.is_whole:
        return LineStep.OFFER
    if line.direction == Direction.OWN_TRANSFER:
        return LineStep.KEEP_TRANSFER
    if line.direction == Direction.OUT:
        return LineStep.OFFER if found.is_refund else LineStep.KEEP_EXPENSE
    return LineStep.LEAVE_OUT if is_acquiring(line) else LineStep.OFFER


def _keep_kinds(lines):
    bought = kinds_bought_before(lines)
    for line in lines:
        line.expense_kind_id = bought.get(line.payee_inn)
    write_own(lines, "expense_kind")


@transaction.atomic
def _close(statement, found, own, *, by):
    counted = statement.lines.count()
    STATEMENT_LIFE.take(
        statement,
        StatementStep.READ,
        by=by,
        lines_count=counted,
        repeated_count=len(found.entries) - counted,
        differences=[_said(each) for each in control.differences(found, own)],
        **statement.lines.turnover(),
    )
    follow(statement.pk, by=by)


def _said(each):
    return {
        "line": each.line,
        "account": each.account,
        "since": each.since and each.since.isoformat(),
        "until": each.until and each.until.isoformat(),
        "what": each.what.value,
        "declared": str(each.declared),
        "counted": str(each.counted),
    }
