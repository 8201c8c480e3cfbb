"""The clock of the first answer: a norm of the ad source in working time, warnings, escalation."""

from company.deadlines import actions as deadlines
from company.deadlines.terms import Term, Unit
from company.deadlines.warnings import at_half, escalate_after, when_due
from company.models import Employee, Firm
from company.notifications import notify
from company.worktime import WorkTime
from core.registry import DeadlineKind
from sales.interests import bells
from sales.interests.lifecycle import CONTROL
from sales.models import Interest

ANSWER = "interest_answer"
ESCALATION = "escalation"
ESCALATED_AFTER_MINUTES = 60


def watch(interest, *, by):
    """Until the first answer; the moment also stands on the row."""
    term = Term(norm_minutes(interest.ad_source), Unit.WORKING_MINUTES)
    deadline = deadlines.start(interest, ANSWER, by=by, term=term)
    interest.answer_due_at = deadline.due_at
    interest.save(update_fields=["answer_due_at"])


def met(interest, *, by):
    deadlines.meet(interest, ANSWER, by=by)


def norm_minutes(source) -> int:
    own = source.answer_minutes if source else None
    return own or Firm.get().answer_minutes


def minutes_since(interest, moment) -> int:
    """Working time that has passed since the interest came."""
    span = WorkTime(interest.received_at).between(interest.received_at, moment)
    return int(span.total_seconds() // 60)


def warn(interest, warning):
    """Whoever is responsible; when it goes on unanswered, those who direct the sales."""
    if not interest.is_unanswered:
        return
    people = [interest.responsible]
    if warning.code == ESCALATION:
        people += [each for each in directors() if each != interest.responsible]
    text = bells.reminder(interest, warning.code, is_late=warning.is_late)
    notify(people, key=f"interest-answer-{warning.pk}", text=text, url=interest.get_absolute_url())


def directors():
    return Employee.objects.with_rights(CONTROL)


KIND = DeadlineKind(
    ANSWER,
    Interest,
    (
        at_half("half"),
        when_due("due"),
        escalate_after(ESCALATED_AFTER_MINUTES, Unit.WORKING_MINUTES, ESCALATION),
    ),
    warn,
)
