"""The life of a sketch sent to the client: answered, until what it shows is changed.

A sketch of which a change is wanted stays so until another one is sent.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class SketchStatus(TextChoices):
    SENT = "sent", pgettext_lazy("sketch", "Sent, no answer yet")
    APPROVED = "approved", pgettext_lazy("sketch", "Approved by the client")
    CHANGE_WANTED = "change_wanted", pgettext_lazy("sketch", "The client wants a change")
    VOID = "void", pgettext_lazy("sketch", "Not approved after a change")
    REPLACED = "replaced", pgettext_lazy("sketch", "Replaced by a later one")


class SketchStep(TextChoices):
    APPROVE = "approve", pgettext_lazy("sketch step", "Approved")
    WANT_CHANGE = "want_change", pgettext_lazy("sketch step", "A change is wanted")
    VOID = "void", pgettext_lazy("sketch step", "The approval is void")
    REPLACE = "replace", pgettext_lazy("sketch step", "Another sketch is sent")


S = SketchStatus
ANSWER_RIGHT = "orders.answer_sketchsending"
# fmt: off
SKETCH_ROUTES = {
    SketchStep.APPROVE:     Route({S.SENT, S.CHANGE_WANTED}, S.APPROVED, stamp="answered_at", right=ANSWER_RIGHT),  # noqa: E501
    SketchStep.WANT_CHANGE: Route({S.SENT, S.APPROVED}, S.CHANGE_WANTED, stamp="answered_at", right=ANSWER_RIGHT),  # noqa: E501
    SketchStep.VOID:        Route({S.SENT, S.APPROVED}, S.VOID, stamp="voided_at", offered=False),
    SketchStep.REPLACE:     Route({S.SENT, S.APPROVED, S.CHANGE_WANTED}, S.REPLACED, offered=False),
}
# fmt: on
SKETCH_LIFE = Life(SketchStep, SKETCH_ROUTES, "orders.sketchsending", states=SketchStatus)
STANDING = {S.SENT, S.APPROVED}  # what a change makes void
CURRENT = STANDING | {S.CHANGE_WANTED}
UNAPPROVED = {S.SENT, S.CHANGE_WANTED, S.VOID}  # somebody has yet to ask, or to answer
