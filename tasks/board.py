"""The list of tasks as a board: a card moves where its life allows it to this person."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.lists.board import Board, Turn
from tasks.lifecycle import LIFE, ROUTES, Status, Step
from tasks.lists import TaskList

# These steps ask for words or another person first.
ASKING = {Step.RETURN, Step.DECLINE, Step.READDRESS, Step.CANCEL, Step.EDIT}


class TaskBoard(Board, TaskList):
    """The filters and the rows are the list's."""

    title = _("Board of tasks")
    url_name = "tasks:board"
    stands_for = TaskList
    states = (
        *(Status.NEW, Status.SEEN, Status.IN_WORK, Status.RETURNED),
        *(Status.DONE, Status.ACCEPTED, Status.DECLINED),
    )
    model_label = "tasks.task"
    card_template = "tasks/_board_card.html"

    def in_state(self, state):
        rows = self.queryset.filter(status=state)
        return rows.order_by("-pk") if state == Status.ACCEPTED else rows.soonest_first()

    def turns_of(self, row) -> list[Turn]:
        return [
            Turn(step.label, address(row, step), ROUTES[step].target or "", step in ASKING)
            for step, route in ROUTES.items()
            if route.offered and row.status in route.sources and LIFE.may(row, step, self.user)
        ]


def address(task, step) -> str:
    return reverse(f"tasks:{step}", args=[task.pk])
