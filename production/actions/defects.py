from django.db import transaction
from django.utils.translation import gettext as _

from company.notifications import notify
from core import attachments
from orders import actions
from orders.control.vocabulary import Verdict
from orders.models import ControlMark, WorkOrder
from production.models import Defect

WORDS = Defect._meta.get_field("words").max_length


@transaction.atomic
def send_back(position, *, by, note, cause=None, stage=None, photo=None):
    """Back for rework, with what is known of the defect."""
    position = actions.send_back(position, by=by, note=note)
    defect = position.defects.last()
    Defect.objects.filter(pk=defect.pk).update(cause=cause, stage=stage)
    if photo:
        attachments.attach(defect, photo, by=by)
    return position


def note_defect(position, *, by):
    """However a position came back, from the workshop or from the office, it leaves a defect; who
    promised the date to the client hears of it."""
    step = position.steps.last()
    defect = Defect.objects.create(
        position=position, words=step.note[:WORDS], found_at=step.at, found_by=by
    )
    mark_order(position.order)
    text = _("%(number)s/%(place)s is sent back: %(words)s")
    said = {"number": position.order.number, "place": position.ordinal, "words": defect.words}
    notify(
        [person for person in [position.order.manager] if person != by],
        key=f"defect-{defect.pk}",
        text=text % said,
        url=f"{position.order.get_absolute_url()}#shop-notes",
    )


def mark_order(order):
    WorkOrder.objects.filter(pk=order.pk, has_shop_notes=False).update(has_shop_notes=True)


def show_photo_of_control(attachment, *, by):
    """What the director has photographed goes with the piece: the workshop sees no marks."""
    if attachment.owner_type != ControlMark._meta.label_lower:
        return
    mark = ControlMark.objects.select_related("position").get(pk=attachment.owner_id)
    if mark.verdict == Verdict.SENT_BACK:
        attachments.copy(attachment, mark.position.defects.last(), by=by)
