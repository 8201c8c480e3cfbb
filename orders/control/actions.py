"""The director's look at an order leaves a mark; a remark goes back to the shop or to somebody."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.notifications import notify
from core import attachments, clock
from core.errors import Refused
from orders.control.querysets import CONTROL
from orders.control.vocabulary import Verdict
from orders.models import ControlMark, WorkOrder
from orders.work_orders.actions.return_for_rework import return_for_rework
from orders.work_orders.actions.shop import send_back
from orders.work_orders.lifecycle import PositionStatus


@transaction.atomic
def pass_control(order, *, by, kind) -> ControlMark:
    """No remarks. Pressed twice on one day, it is one mark."""
    order = _controlled(order, by)
    own = order.control_marks.filter(kind=kind, by=by, verdict=Verdict.PASSED)
    found = own.filter(at__gte=clock.midnight(clock.today())).first()
    return found or _mark(order, Verdict.PASSED, by=by, kind=kind)


@transaction.atomic
def remark(order, *, by, kind, text, position=None, photo=None) -> ControlMark:
    """Words that stay with the order and ask nothing of anybody."""
    mark = _remark(order, Verdict.REMARK, by=by, kind=kind, text=text, position=position)
    return _with_photo(mark, photo)


@transaction.atomic
def remark_sends_back(order, *, by, kind, text, position, photo=None) -> ControlMark:
    """The position goes back to the workshop, from where it is: the shop or the office."""
    mark = _remark(order, Verdict.SENT_BACK, by=by, kind=kind, text=text, position=position)
    if position.status == PositionStatus.IN_OFFICE:
        return_for_rework(order, by=by, positions=[position.pk], reason=text)
    else:
        send_back(position, by=by, note=text)
    return _with_photo(mark, photo)


@transaction.atomic
def remark_becomes_work(
    order, *, by, kind, text, responsible, due_on, position=None, photo=None
) -> ControlMark:
    if due_on < clock.today():
        raise Refused(_("This day is over. Choose a later one."))
    work = {"responsible": responsible, "due_on": due_on, "position": position}
    mark = _remark(order, Verdict.WORK, by=by, kind=kind, text=text, **work)
    words = {"number": order.number, "text": text}
    notify(
        [responsible],
        key=f"remark-{mark.pk}",
        text=_("Remark to put right, %(number)s: %(text)s") % words,
        url=mark.get_absolute_url(),
    )
    return _with_photo(mark, photo)


@transaction.atomic
def settle_remark(mark, *, by, note=""):
    """Whoever is responsible says that it is put right, or who may control anyway."""
    if mark.responsible_id != by.pk and not by.has_perm(CONTROL):
        raise PermissionDenied
    waiting = ControlMark.objects.to_settle().filter(pk=mark.pk)
    if not waiting.update(settled_at=clock.now(), settled_by=by, settled_note=note):
        raise Refused(_("Nothing of this remark is left to put right."))
    words = {"number": mark.order.number, "text": mark.remark}
    notify(
        [mark.by] if mark.by_id != by.pk else [],
        key=f"settled-{mark.pk}",
        text=_("Put right, %(number)s: %(text)s") % words,
        url=mark.get_absolute_url(),
    )


def _controlled(order, by):
    if not by.has_perm(CONTROL):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if not locked.is_accepted:
        raise Refused(_("A calculation is not controlled: it is not accepted yet."))
    return locked


def _remark(order, verdict, *, by, kind, text, **facts):
    if not text.strip():
        raise Refused(_("Write what is wrong."))
    return _mark(_controlled(order, by), verdict, by=by, kind=kind, remark=text, **facts)


def _mark(order, verdict, *, by, kind, **facts):
    return ControlMark.objects.create(
        order=order, kind=kind, verdict=verdict, by=by, at=clock.now(), **facts
    )


def _with_photo(mark, photo):
    if photo:
        attachments.attach(mark, photo, by=mark.by)
    return mark
