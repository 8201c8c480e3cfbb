"""A sketch goes to the client, is answered, and is void once what it shows is changed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core import attachments, clock
from core.errors import Refused
from interactions.actions import register
from interactions.models import Interaction
from orders.sketches import letters, telling
from orders.sketches.contents import changed_since, contents_of, shown_by
from orders.sketches.lifecycle import ANSWER_RIGHT, SKETCH_LIFE, SketchStatus, SketchStep
from orders.sketches.models import SketchSending
from orders.work_orders.lifecycle import OPEN, Status
from orders.work_orders.models import WorkOrder

SENDABLE = OPEN | {Status.CALCULATION}
LARGEST_LETTER = 18 * 1024 * 1024  # a mail server adds a third and stops at 25 MB
EMAIL, VISIT = Interaction.Channel.EMAIL, Interaction.Channel.VISIT


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
    if sum(file.size_bytes for file in files) > LARGEST_LETTER:
        raise Refused(_("These files are too large for one letter. Choose fewer of them."))
    _refuse_impossible(order, files)
    letter = letters.write(order, key=key, to=to, text=text, files=files, by=by)
    return _begin(order, files, by=by, letter=letter)


@transaction.atomic
def show_sketch(order, *, by, files, approved, token, words="", channel=VISIT) -> SketchSending:
    """Record what the client says of `files` seen without a letter, at the counter or while on the
    phone; once for each `token` of the form."""
    if not by.has_perm(ANSWER_RIGHT):
        raise PermissionDenied
    order = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if pressed_before := order.sketch_sendings.filter(form_token=token).first():
        return pressed_before
    _refuse_impossible(order, files)
    sending = _begin(order, files, by=by, form_token=token)
    return answer_sketch(sending, by=by, approved=approved, words=words, channel=channel)


def _refuse_impossible(order, files):
    if order.status not in SENDABLE:
        raise Refused(_("This order is closed: there is nothing to approve any more."))
    if not files:
        raise Refused(_("Choose what is shown: a sketch or a photograph."))


def _begin(order, files, *, by, **how) -> SketchSending:
    for earlier in order.sketch_sendings.current():
        SKETCH_LIFE.take(earlier, SketchStep.REPLACE, by=robot())
    sending = order.sketch_sendings.create(
        contents=shown_by(files, order), sent_at=clock.now(), sent_by=by, **how
    )
    sending.files.set(files)
    _mark(sending)
    return sending


@transaction.atomic
def answer_sketch(sending, *, by, approved, words="", channel=EMAIL) -> SketchSending:
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
    _void(sending, telling.what_changed(changed), changed, by=by)
    return True


@transaction.atomic
def void_by_new_view(order, *, by):
    """A sketch of the order as a whole is new: what stood for its positions does so no more."""
    order = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if sending := order.sketch_sendings.standing().first():
        _void(sending, telling.new_view(), [], by=by)


@transaction.atomic
def remove_file(order, file, *, by, reason):
    """A wrong file goes and leaves its trace; one that the client was shown is withdrawn instead:
    kept, but no part of the order any more, and what was answered to it is void."""
    order = WorkOrder.objects.select_for_update().get(pk=order.pk)
    was_shown = order.sketch_sendings.filter(files=file).exists()
    removed = attachments.remove(file, by=by, reason=reason, keep=was_shown)
    sending = order.sketch_sendings.standing().first()
    if sending is None or removed.is_photograph:
        return removed
    if sending.files.filter(pk=removed.pk).exists():
        _void(sending, telling.withdrawn(removed), changed_since(sending), by=by)
    else:  # the client has never seen it: the answer stands for what is left
        sending.contents = {**sending.contents, **_still(sending.contents, order)}
        sending.save(update_fields=["contents"])
    return removed


def _still(places, order) -> dict:
    now = contents_of(order)
    return {place: now[place] for place in places if place in now}


def _void(sending, reason, changed, *, by):
    was_approved = sending.status == SketchStatus.APPROVED
    SKETCH_LIFE.take(sending, SketchStep.VOID, by=robot(), note=reason, void_reason=reason)
    _mark(sending)
    telling.tell(sending, changed, was_approved=was_approved, by=by)


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
