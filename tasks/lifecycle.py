"""The life of a task. Read this screen and you know it.

Who does it: the assignee, or anybody of the department that nobody has taken it from yet. Whose it
is: the author, or whoever controls everybody's tasks. One's own task needs no second look: it is
accepted as soon as it is done.
"""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route

ASK, SEE, CONTROL = "tasks.add_task", "tasks.view_task", "tasks.control_task"


class Status(TextChoices):
    NEW = "new", pgettext_lazy("task", "New")
    SEEN = "seen", pgettext_lazy("task", "Seen")
    IN_WORK = "in_work", pgettext_lazy("task", "In work")
    RETURNED = "returned", pgettext_lazy("task", "Returned for rework")
    DONE = "done", pgettext_lazy("task", "Done, waits for acceptance")
    ACCEPTED = "accepted", pgettext_lazy("task", "Accepted")
    DECLINED = "declined", pgettext_lazy("task", "Declined")
    CANCELLED = "cancelled", pgettext_lazy("task", "Cancelled")


class Step(TextChoices):
    SEE = "see", pgettext_lazy("task step", "Seen")
    BEGIN = "begin", pgettext_lazy("task step", "Take into work")
    FINISH = "finish", pgettext_lazy("task step", "Done")
    ACCEPT = "accept", pgettext_lazy("task step", "Accept")
    RETURN = "return_for_rework", pgettext_lazy("task step", "Return for rework")
    READDRESS = "readdress", pgettext_lazy("task step", "Readdress")
    DECLINE = "decline", pgettext_lazy("task step", "Decline")
    EDIT = "edit", pgettext_lazy("task step", "Change")
    CANCEL = "cancel", pgettext_lazy("task step", "Cancel the task")


# What the story of a task says: a step that was taken, where its button is an order.
TAKEN = {
    Step.SEE: pgettext_lazy("task step taken", "Seen"),
    Step.BEGIN: pgettext_lazy("task step taken", "Taken into work"),
    Step.FINISH: pgettext_lazy("task step taken", "Done"),
    Step.ACCEPT: pgettext_lazy("task step taken", "Accepted"),
    Step.RETURN: pgettext_lazy("task step taken", "Returned for rework"),
    Step.READDRESS: pgettext_lazy("task step taken", "Readdressed"),
    Step.DECLINE: pgettext_lazy("task step taken", "Declined"),
    Step.EDIT: pgettext_lazy("task step taken", "Changed"),
    Step.CANCEL: pgettext_lazy("task step taken", "Cancelled"),
}


class Priority(IntegerChoices):
    LOW = 0, pgettext_lazy("priority", "Low")
    NORMAL = 1, pgettext_lazy("priority", "Usual")
    HIGH = 2, pgettext_lazy("priority", "High")


class Nearness(TextChoices):
    LATE = "late", pgettext_lazy("task", "Late")
    TODAY = "today", pgettext_lazy("task", "Today")
    DONE_LATE = "done_late", pgettext_lazy("task", "Was done late")


S = Status
TO_DO = {S.NEW, S.SEEN, S.IN_WORK, S.RETURNED}  # something is to be done by who was asked
UNSETTLED = TO_DO | {S.DONE, S.DECLINED}  # the author is not through with it
# fmt: off
ROUTES = {
    Step.SEE:       Route({S.NEW}, S.SEEN, stamp="seen_at", offered=False),
    Step.BEGIN:     Route({S.NEW, S.SEEN, S.RETURNED}, S.IN_WORK, stamp="begun_at"),
    Step.FINISH:    Route(TO_DO, S.DONE, stamp="done_at"),
    Step.ACCEPT:    Route({S.DONE}, S.ACCEPTED, stamp="closed_at"),
    Step.RETURN:    Route({S.DONE}, S.RETURNED),
    Step.READDRESS: Route(TO_DO | {S.DECLINED}, S.NEW),
    Step.DECLINE:   Route(TO_DO, S.DECLINED),
    Step.EDIT:      Route(TO_DO | {S.DECLINED}, None),
    Step.CANCEL:    Route(UNSETTLED, S.CANCELLED, stamp="closed_at"),
}
# fmt: on
OF_AUTHOR = {Step.ACCEPT, Step.RETURN, Step.EDIT, Step.CANCEL}


class TaskLife(Life):
    def may(self, obj, step, user):
        if user.is_robot or step in OF_AUTHOR:
            return obj.is_controlled_by(user)
        if step == Step.READDRESS and obj.is_controlled_by(user):
            return True
        if step == Step.DECLINE:
            return obj.assignee_id == user.pk != obj.author_id
        return obj.is_to_be_done_by(user)


LIFE = TaskLife(Step, ROUTES, "tasks.task", states=Status)
