"""What the workshop said about positions: its questions with their answers, and the defects."""

from collections import defaultdict
from typing import NamedTuple

from company.models.employee import named
from core.models import Attachment
from orders.control.vocabulary import Kind
from production.models import Defect, Question

MOST = 50


class ToldDefect(NamedTuple):
    defect: Defect
    photos: list[Attachment]


class Notes(NamedTuple):
    questions: list[Question]
    defects: list[ToldDefect]

    @property
    def open_questions(self) -> list[Question]:
        return [question for question in self.questions if question.is_open]


def notes_of(positions) -> Notes:
    """`positions`: some of them, or a query."""
    asked = Question.objects.filter(position__in=positions).told()
    return Notes(
        list(asked.defer(*named("asked_by", "answered_by"))),
        with_photos(Defect.objects.filter(position__in=positions)),
    )


def with_photos(defects) -> list[ToldDefect]:
    found = list(defects.told().defer(*named("found_by")))
    photos = defaultdict(list)
    if found:
        for photo in Attachment.objects.of_any(Defect, [each.pk for each in found]):
            photos[photo.owner_id].append(photo)
    return [ToldDefect(defect, photos[defect.pk]) for defect in found]


def last_questions(positions) -> dict[int, Question]:
    """By position, for the cards of the queue; asked only of orders that have notes at all."""
    noted = [each.pk for each in positions if each.order.has_shop_notes]
    if not noted:
        return {}
    return {each.position_id: each for each in Question.objects.filter(position__in=noted)}


def of_order(order, user):
    """The panel of the order's page: fetched when the page stands, and only where the order's row
    says that there is something."""
    return {"order": order} if order.has_shop_notes else None


def of_control(page, user):
    """On the page of the control: what waits for an answer, and the defects of the day."""
    if page.kind == Kind.CURRENT:
        waiting = Question.objects.visible_to(user).open().told().select_related("position__order")
        return {"questions": list(waiting[:MOST]), "defects": []}
    if page.kind == Kind.FINAL and page.is_of_day:
        found = Defect.objects.visible_to(user).found_on(page.day)
        return {"questions": [], "defects": with_photos(found)}
    return None
