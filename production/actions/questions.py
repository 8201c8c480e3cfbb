from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from company.notifications import notify
from core import clock
from core.errors import Refused
from production.actions.defects import mark_order
from production.models import Question


@transaction.atomic
def ask(position, *, by, text) -> Question:
    """The manager of the order hears of it, and answers on the order's page."""
    if not by.has_perm("production.ask_question"):
        raise PermissionDenied
    if not text.strip():
        raise Refused(_("Write what you want to know."))
    order = position.order
    asked = Question.objects.create(
        position=position, manager=order.manager, text=text, asked_at=clock.now(), asked_by=by
    )
    mark_order(order)
    said = {"number": order.number, "place": position.ordinal, "text": text}
    words = _("The workshop asks about %(number)s/%(place)s: %(text)s") % said
    notify([order.manager], key=f"question-{asked.pk}", text=words, url=asked.get_absolute_url())
    return asked


@transaction.atomic
def answer(question, *, by, text):
    if not by.has_perm("production.answer_question"):
        raise PermissionDenied
    if not text.strip():
        raise Refused(_("Write the answer."))
    waiting = Question.objects.open().filter(pk=question.pk)
    if not waiting.update(answer=text, answered_at=clock.now(), answered_by=by):
        raise Refused(_("Somebody has answered this question already."))
    position = question.position
    said = {"number": position.order.number, "place": position.ordinal, "text": text}
    notify(
        [question.asked_by],
        key=f"answer-{question.pk}",
        text=_("Answer about %(number)s/%(place)s: %(text)s") % said,
        url=reverse("production:position", args=[position.pk]),
    )
