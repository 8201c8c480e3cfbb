"""Asking for what one may not decide alone, and answering it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company import notifications
from company.approvals.answering import decides, who_may_answer
from company.approvals.lifecycle import LIFE, Step
from company.models import Approval
from company.robot import robot
from core import cells, clock, registry
from core.errors import Refused


@transaction.atomic
def ask(code, subject, *, by, reason, asked, measure=None) -> Approval:
    """Ask about `subject`, or decide at once where the right of `by` is enough.

    What is asked already stays; asked with other values, it is asked anew. `asked` holds strings.
    """
    kind = registry.approval_kinds[code]
    _lock_subject(kind, subject.pk)
    office_id = getattr(subject, "office_id", None) or by.office_id
    alone, reason = decides(by, kind, measure, office_id), reason.strip()
    waiting = Approval.objects.waiting().of(subject).of_kind(code).first()
    if waiting and not alone and waiting.asked == asked and reason in {"", waiting.reason}:
        return waiting
    if not (alone or reason):
        raise Refused(_("Say why it is asked: whoever decides reads this first."))
    if waiting:
        drop(waiting)
    approval = Approval.objects.create(
        kind=code,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        subject_name=str(subject),
        asked=asked,
        measure=measure,
        reason=reason,
        office_id=office_id,
        asked_by=by,
        asked_at=clock.now(),
    )
    if alone:
        return _answer(approval, Step.APPROVE, by=by, words="")
    _tell_who_may_answer(approval)
    return approval


@transaction.atomic
def approve(approval, *, by, words="") -> Approval:
    return _answer(_waiting(approval), Step.APPROVE, by=by, words=words)


@transaction.atomic
def refuse(approval, *, by, words) -> Approval:
    return _answer(_waiting(approval), Step.REFUSE, by=by, words=words)


@transaction.atomic
def withdraw(approval, *, by) -> Approval:
    """Whoever has asked needs no answer any more."""
    approval = _waiting(approval)
    LIFE.take(approval, Step.WITHDRAW, by=by)
    return approval


def drop(approval, *, because=""):
    """What was asked does not stand any more; it goes by itself, and says why where that is not
    plain from what was done."""
    LIFE.take(approval, Step.WITHDRAW, by=robot(), note=because, answer=because)


def drop_all(*subjects):
    """All that is asked about these, which are of one kind."""
    about = Approval.objects.waiting().about(type(subjects[0]))
    for approval in about.filter(subject_id__in=[subject.pk for subject in subjects]):
        drop(approval)


def carry(approval, subject, *, kind) -> Approval:
    """What was approved of one thing holds for `subject`, which is made of it, as `kind`."""
    carried = Approval.objects.create(
        kind=kind,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        subject_name=str(subject),
        asked=approval.asked,
        measure=approval.measure,
        reason=approval.reason,
        office_id=approval.office_id,
        asked_by=approval.asked_by,
        asked_at=approval.asked_at,
    )
    answer = {
        "answered_by": approval.answered_by,
        "instead_of": approval.instead_of,
        "answer": _("As decided of %(subject)s") % {"subject": approval.subject_name},
    }
    LIFE.take(carried, Step.APPROVE, by=robot(), note=answer["answer"], **answer)
    return carried


def _answer(approval, step, *, by, words):
    whose, words = approval.whose_right(by), words.strip()
    if whose is None:
        raise PermissionDenied
    if step == Step.REFUSE and not words:
        raise Refused(_("Say in a few words why not: the client will ask."))
    deputizes = {"instead_of": whose} if whose != by else {}
    LIFE.take(approval, step, by=by, note=words, answered_by=by, answer=words, **deputizes)
    kind = approval.kind_entry
    if step == Step.APPROVE and kind.on_approve:
        kind.on_approve(approval, by=by)
    if approval.asked_by_id != by.pk:
        _tell_who_asked(approval)
    return approval


def _waiting(approval) -> Approval:
    """Locked after its subject, as every verb of the subject locks them."""
    _lock_subject(approval.kind_entry, approval.subject_id)
    found = Approval.objects.select_for_update(of=["self"]).with_people().get(pk=approval.pk)
    if not found.is_waiting:
        raise Refused(_answered_before(found))
    return found


def _lock_subject(kind, pk):
    kind.model._base_manager.select_for_update().only("pk").get(pk=pk)


def _answered_before(approval):
    if not approval.answered_by:
        return _("This was withdrawn meanwhile: there is nothing to decide any more.")
    words = {"who": approval.answered_by.short_name, "when": cells.moment(approval.answered_at)}
    if approval.is_approved:
        return _("This is approved already: %(who)s, %(when)s.") % words
    return _("This is refused already: %(who)s, %(when)s.") % words


def _tell_who_may_answer(approval):
    words = {"who": approval.asked_by.short_name, "what": approval.sentence}
    text = _("%(who)s asks for a decision. %(what)s") % words
    _ring(who_may_answer(approval), f"approval-{approval.pk}", text, approval)


def _tell_who_asked(approval):
    words = {"what": approval.sentence, "subject": approval.subject_name}
    text = (
        _("Approved, %(subject)s: %(what)s")
        if approval.is_approved
        else _("Refused, %(subject)s: %(what)s")
    )
    _ring([approval.asked_by], f"approval-{approval.pk}-answer", text % words, approval)


def _ring(people, key, text, approval):
    notifications.notify(people, key=key, text=text, url=approval.get_absolute_url())
