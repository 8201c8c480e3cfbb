"""The life of an assignment. Read this screen and you know it.

Who answers is whom it is given to, or anybody of the department; who gives may take it back. What
was answered stays, so that the rows of one subject are the chain of hands it went through.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class Status(TextChoices):
    OFFERED = "offered", pgettext_lazy("assignment", "Waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("assignment", "Accepted")
    DECLINED = "declined", pgettext_lazy("assignment", "Declined")
    RECALLED = "recalled", pgettext_lazy("assignment", "Taken back")


class Step(TextChoices):
    ACCEPT = "accept", pgettext_lazy("assignment step", "Accept")
    DECLINE = "decline", pgettext_lazy("assignment step", "Decline")
    RECALL = "recall", pgettext_lazy("assignment step", "Take back")


S = Status
# fmt: off
ROUTES = {
    Step.ACCEPT:  Route({S.OFFERED}, S.ACCEPTED, stamp="answered_at"),
    Step.DECLINE: Route({S.OFFERED}, S.DECLINED, stamp="answered_at"),
    Step.RECALL:  Route({S.OFFERED}, S.RECALLED, stamp="answered_at"),
}
# fmt: on


class AssignmentLife(Life):
    def may(self, obj, step, user):
        """Taking back follows from a step of the subject, which has asked for its own right."""
        return step == Step.RECALL or user.is_robot or obj.is_given_to(user)


LIFE = AssignmentLife(Step, ROUTES, "company.assignment", states=Status)
