"""A sketch goes to the client, is answered, and is void once what it shows is changed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core import clock
from core.errors import Refused
from interactions.actions import register
from orders.sketches import letters, telling
from orders.sketches.contents import changed_since, shown_by
from orders.sketches.lifecycle import ANSWER_RIGHT, SKETCH_LIFE, SketchStatus, SketchStep
from orders.sketches.models import SketchSending
from orders.work_orders.lifecycle import OPEN, Status
from orders.work_orders.models import WorkOrder

SENDABLE = OPEN | {Status.CALCULATION}
LARGEST_LETTER = 18 * 1024 * 1024  # a mail server adds a third and stops at 25 MB
LETTER = "letter"


@transaction.atomic
def send_sketch(order, *, by, to, text, files, token) -> SketchSending:
    """Mail `files` of `contents.all_files(order)`; once for each `token` of the form. What was
    sent before is replaced, answered or not."""
    if not by.has_perm("core.add_outgoingmessage"):
        raise PermissionDenied
    order = WorkOrder.objects.select_for_update().get(pk=order.pk)
    key = f"sketch:{order.pk}:{token}"
    if pressed_before := order.sketch_sendings.filter(letter__key=key).first():
        return pressed_before
    _refuse_impossible(order, files)
    for earlier in order.sketch_sendings.current():
        SKETCH_LIFE.take(earlier, SketchStep.REPLACE, by=robot())
    letter = letters.write(order, key=key, to=to, text=text, files=files, by=by)
    sending = order.sketch_sendings.create(
        letter=letter, contents=shown_by(files, order), sent_at=clock.now(), sent_by=by
    )
    sending.files.set(files)
    _mark(sending)
    _remember(order, letter.subject, text, direction="out", channel=LETTER, by=by)
    return sending


def _refuse_impossible(order, files):
    if order.status not in SENDABLE:
        raise Refused(_("This order is closed: there is nothing to approve any more."))
    if not files:
        raise Refused(_("Choose what to send: a sketch or a photograph."))
    if sum(file.size_bytes for file in files) > LARGEST_LETTER:
        raise Refused(_("These files are too large for one letter. Choose fewer of them."))


@transaction.atomic
def answer_sketch(sending, *, by, approved, words="", channel=LETTER) -> SketchSending:
    """Record what the client says, in their words; a wish for a change must have some."""
    if not by.has_perm(ANSWER_RIGHT):
        raise PermissionDenied
    order = WorkOrder.objects.select_for_update().select_related("client").get(pk=sending.order_id)
    sending = order.sketch_sendings.get(pk=sending.pk)
    if not approved and not words.strip():
        raise Refused(_("Write down what the client wants changed."))
    step = SketchStep.APPROVE if approved else SketchStep.WANT_CHANGE
    SKETCH_LIFE.take(sending, step, by=by, note=words, words=words, answered_by=by)
    _mark(sending)
    about = _("Sketch of the order %(number)s: %(answer)s") % {
        "number": order.number,
        "answer": SketchStatus(sending.status).label,
    }
    _remember(order, about, words, direction="in", channel=channel, by=by)
    return sending


@transaction.atomic
def void_if_changed(order, *, by) -> bool:
    """Whoever changes positions or their sketches calls this after it; True where an approval, or
    a sketch that waits for its answer, is void now. Manager and workshop are told."""
    order = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if order.sketch_state not in {SketchStatus.SENT, SketchStatus.APPROVED}:
        return False
    sending = order.sketch_sendings.standing().first()
    changed = changed_since(sending) if sending else []
    if not changed:
        return False
    was_approved = sending.status == SketchStatus.APPROVED
    reason = telling.what_changed(changed)
    SKETCH_LIFE.take(sending, SketchStep.VOID, by=robot(), note=reason, void_reason=reason)
    _mark(sending)
    telling.tell(sending, changed, was_approved=was_approved, by=by)
    return True


def _mark(sending):
    """The order's row says how its sketch stands, so that lists and cards need not ask."""
    WorkOrder.objects.filter(pk=sending.order_id).update(sketch_state=sending.status)
    sending.order.sketch_state = sending.status


def _remember(order, purpose, note, *, direction, channel, by):
    """In the client's history; whoever may not write there leaves it to the letter itself."""
    if by.has_perm("interactions.hold_interaction"):
        register(
            order.client,
            by=by,
            channel=channel,
            direction=direction,
            purpose=purpose[:250],
            note=note,
            about=order,
        )
