"""What the verbs of lines share. Locks: orders, invoices, the line, its statement, always so."""

from django.utils.translation import gettext as _

from core import clock
from core.errors import Stale
from orders.models import BankLine, BankStatement
from orders.money.statements.lifecycle import (
    LINE_LIFE,
    STATEMENT_LIFE,
    StatementStatus,
    StatementStep,
)


def locked(line, *, seen=None) -> BankLine:
    """`seen` is the state that the person had before them: who has finished the line meanwhile is
    named, and nothing is booked twice."""
    rows = BankLine.objects.select_for_update(of=("self",)).select_related("finished_by", "client")
    found = rows.get(pk=line.pk)
    if seen and found.status != seen:
        _refuse_overtaken(found)
    return found


def locked_unread(lines) -> set[int]:
    """Those of them that nobody has come to; nothing of such a line has ever changed."""
    rows = BankLine.objects.unread().filter(pk__in=[line.pk for line in lines])
    return set(rows.order_by("pk").select_for_update().values_list("pk", flat=True))


def _refuse_overtaken(line):
    if line.finished_by is None:
        raise Stale(_("This line was opened again meanwhile: look at it once more."))
    raise Stale(
        _("%(who)s has finished this line meanwhile: %(state)s.")
        % {"who": line.finished_by.short_name, "state": line.state.label}
    )


def settle(line, step, *, by, note="", **changes):
    """The step, who took it, and whether its statement is finished with it."""
    settle_together([line], step, by=by, note=note, **changes)


def settle_together(lines, step, *, by, **taken):
    if not lines:
        return
    who = {"finished_by": by, "finished_at": clock.now()}
    LINE_LIFE.take_together(lines, step, by=by, **who | taken)
    for statement in sorted({line.statement_id for line in lines}):
        follow(statement, by=by)


def follow(statement_pk, *, by):
    """A statement is finished with its last line, and open again when one is undone. Its row is
    locked, so that of two people with the last two lines the second one sees the first's."""
    statement = BankStatement.objects.select_for_update().get(pk=statement_pk)
    if statement.is_being_read:
        return
    is_left = statement.lines.unfinished().exists()
    if statement.status == StatementStatus.OPEN and not is_left:
        STATEMENT_LIFE.take(statement, StatementStep.FINISH, by=by)
    elif statement.status == StatementStatus.FINISHED and is_left:
        STATEMENT_LIFE.take(statement, StatementStep.OPEN_AGAIN, by=by, finished_at=None)
