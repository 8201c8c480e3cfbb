"""The life of a work order and of its positions. Read this screen and you know it.

A position goes through the shop; an order is as far as its slowest position (`actions.follow`).
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from orders.work_orders import conditions


class Status(TextChoices):
    CALCULATION = "calculation", pgettext_lazy("work order", "Calculation")
    ACCEPTED = "accepted", pgettext_lazy("work order", "Accepted")
    IN_PRODUCTION = "in_production", pgettext_lazy("work order", "In production")
    ON_HOLD = "on_hold", pgettext_lazy("work order", "On hold")
    MADE = "made", pgettext_lazy("work order", "Made")
    CHECKED = "checked", pgettext_lazy("work order", "Checked")
    READY = "ready", pgettext_lazy("work order", "In the office")
    HANDED_OVER = "handed_over", pgettext_lazy("work order", "Handed over")
    ARCHIVED = "archived", pgettext_lazy("work order", "Archived")
    CANCELLED = "cancelled", pgettext_lazy("work order", "Cancelled")


class Unmade(TextChoices):
    """The same states in the words of an order of goods and services alone."""

    READY = "ready", pgettext_lazy("order of goods and services", "To be carried out")
    HANDED_OVER = "handed_over", pgettext_lazy("order of goods and services", "Carried out")


def in_words_of(order, status) -> Status | Unmade:
    is_unmade = not order.has_production and status in Unmade.values
    return Unmade(status) if is_unmade else Status(status)


class Step(TextChoices):
    ACCEPT = "accept", pgettext_lazy("work order step", "Accept")
    START = "start", pgettext_lazy("work order step", "Start production")
    FINISH = "finish", pgettext_lazy("work order step", "All positions are made")
    CHECK = "check", pgettext_lazy("work order step", "All positions are checked")
    REWORK = "rework", pgettext_lazy("work order step", "Back to production")
    ARRIVE = "arrive", pgettext_lazy("work order step", "Arrived in the office")
    ARRIVE_PART = "arrive_part", pgettext_lazy("work order step", "A part has arrived")
    SHELVE = "shelve", pgettext_lazy("work order step", "Nothing to make")
    HAND_OVER = "hand_over", pgettext_lazy("work order step", "Hand over")
    HAND_OVER_PART = "hand_over_part", pgettext_lazy("work order step", "Hand over a part")
    RETURN = "return_for_rework", pgettext_lazy("work order step", "Return for rework")
    RETURN_PART = "return_part", pgettext_lazy("work order step", "Return a part for rework")
    AMEND = "amend", pgettext_lazy("work order step", "Change the order")
    HOLD = "hold", pgettext_lazy("work order step", "Put on hold")
    RESUME = "resume", pgettext_lazy("work order step", "Resume")
    ARCHIVE = "archive", pgettext_lazy("work order step", "Put into the archive")
    CANCEL = "cancel", pgettext_lazy("work order step", "Cancel")


S = Status
HAND_OVER_RIGHT = "orders.hand_over_workorder"
HOLD_RIGHT = "orders.hold_workorder"
ARRIVE_RIGHT = "orders.arrive_workorder"
RETURN_RIGHT = "orders.return_for_rework_workorder"
AMEND_RIGHT = "orders.amend_workorder"
CONSENT_RIGHT = "orders.consent_amendment"
# fmt: off
ROUTES = {
    Step.ACCEPT:    Route({S.CALCULATION}, S.ACCEPTED, must=(conditions.has_positions, conditions.warnings_have_reasons, conditions.client_is_known, conditions.is_decided), stamp="accepted_at"),  # noqa: E501
    Step.START:     Route({S.ACCEPTED}, S.IN_PRODUCTION, offered=False),
    Step.FINISH:    Route({S.ACCEPTED, S.IN_PRODUCTION}, S.MADE, offered=False),
    Step.CHECK:     Route({S.ACCEPTED, S.IN_PRODUCTION, S.MADE}, S.CHECKED, stamp="checked_at", offered=False),  # noqa: E501
    Step.REWORK:    Route({S.MADE, S.CHECKED}, S.IN_PRODUCTION, offered=False),
    Step.ARRIVE:    Route({S.CHECKED}, S.READY, stamp="ready_at", happening="order_ready"),
    Step.ARRIVE_PART:
                    Route({S.ACCEPTED, S.IN_PRODUCTION, S.ON_HOLD, S.MADE, S.CHECKED}, None, right=ARRIVE_RIGHT, offered=False),  # noqa: E501
    Step.SHELVE:    Route({S.ACCEPTED}, S.READY, stamp="ready_at", happening="order_ready", offered=False),  # noqa: E501
    Step.HAND_OVER: Route({S.CHECKED, S.READY}, S.HANDED_OVER, must=(conditions.is_paid,), stamp="handed_over_at", happening="handed_over"),  # noqa: E501
    Step.HAND_OVER_PART:
                    Route({S.ACCEPTED, S.IN_PRODUCTION, S.ON_HOLD, S.MADE, S.CHECKED, S.READY}, None, right=HAND_OVER_RIGHT, offered=False),  # noqa: E501
    Step.RETURN:    Route({S.READY}, S.IN_PRODUCTION, happening="order_returned"),
    Step.RETURN_PART:
                    Route({S.ACCEPTED, S.IN_PRODUCTION, S.MADE, S.CHECKED}, None, right=RETURN_RIGHT, happening="order_returned", offered=False),  # noqa: E501
    Step.AMEND:     Route({S.ACCEPTED, S.IN_PRODUCTION, S.ON_HOLD, S.MADE, S.CHECKED, S.READY}, None, happening="order_amended"),  # noqa: E501
    Step.HOLD:      Route({S.ACCEPTED, S.IN_PRODUCTION, S.MADE, S.CHECKED}, S.ON_HOLD, right=HOLD_RIGHT, happening="order_held"),  # noqa: E501
    Step.RESUME:    Route({S.ON_HOLD}, S.ACCEPTED, right=HOLD_RIGHT, happening="order_resumed"),
    Step.ARCHIVE:   Route({S.HANDED_OVER}, S.ARCHIVED, stamp="archived_at"),
    Step.CANCEL:    Route({S.CALCULATION, S.ACCEPTED, S.IN_PRODUCTION, S.ON_HOLD, S.MADE, S.CHECKED, S.READY}, S.CANCELLED, stamp="cancelled_at", happening="order_cancelled"),  # noqa: E501
}
# Steps that are no step forward, as the story tells them afterwards.
ASIDE = {
    Step.REWORK: pgettext_lazy("story of an order", "Back in production"),
    Step.RETURN: pgettext_lazy("story of an order", "Returned for rework"),
    Step.RETURN_PART: pgettext_lazy("story of an order", "A part returned for rework"),
    Step.RESUME: pgettext_lazy("story of an order", "Resumed"),
    Step.AMEND: pgettext_lazy("story of an order", "Changed"),
    Step.ARRIVE_PART: Step.ARRIVE_PART.label,
    Step.SHELVE: Step.SHELVE.label,
    Step.HAND_OVER_PART: pgettext_lazy("story of an order", "A part handed over"),
}
# The way of an order that meets no trouble, as its page shows what is still to come.
WAY = [S.CALCULATION, S.ACCEPTED, S.IN_PRODUCTION, S.MADE, S.CHECKED, S.READY, S.HANDED_OVER, S.ARCHIVED]  # noqa: E501
# fmt: on
ORDER_LIFE = Life(Step, ROUTES, "orders.workorder", states=Status)

IN_WORK = {S.ACCEPTED, S.IN_PRODUCTION, S.MADE, S.CHECKED}
OPEN = IN_WORK | {S.ON_HOLD, S.READY}
UNSETTLED = sorted({*OPEN, S.CALCULATION})
ARCHIVE = {S.HANDED_OVER, S.ARCHIVED}
TAKES_MONEY = OPEN | ARCHIVE | {S.CANCELLED}


class PositionStatus(TextChoices):
    WAITING = "waiting", pgettext_lazy("position", "Waiting")
    STARTED = "started", pgettext_lazy("position", "Started")
    FINISHED = "finished", pgettext_lazy("position", "Finished")
    CHECKED = "checked", pgettext_lazy("position", "Checked")
    LOADED = "loaded", pgettext_lazy("position", "On the way")
    IN_OFFICE = "in_office", pgettext_lazy("position", "In the office")
    HANDED_OVER = "handed_over", pgettext_lazy("position", "Handed over")
    REMOVED = "removed", pgettext_lazy("position", "Taken out of the order")


class PositionStep(TextChoices):
    START = "start", pgettext_lazy("position step", "Start")
    FINISH = "finish", pgettext_lazy("position step", "Finished")
    CHECK = "check", pgettext_lazy("position step", "Checked, no defects")
    SEND_BACK = "send_back", pgettext_lazy("position step", "Send back for rework")
    RETURN = "return_for_rework", pgettext_lazy("position step", "Returned for rework")
    LOAD = "load", pgettext_lazy("position step", "Loaded")
    UNLOAD = "unload", pgettext_lazy("position step", "Taken off the transport")
    ARRIVE = "arrive", pgettext_lazy("position step", "Arrived in the office")
    SHELVE = "shelve", pgettext_lazy("position step", "Nothing to make, ready at once")
    HAND_OVER = "hand_over", pgettext_lazy("position step", "Hand over")
    BEGIN_ANEW = "begin_anew", pgettext_lazy("position step", "Changed, begun anew")
    GO_ON = "go_on", pgettext_lazy("position step", "Changed, what is made fits")
    REMOVE = "remove", pgettext_lazy("position step", "Taken out of the order")


P = PositionStatus
UNLOADED = "piece_unloaded"  # it is on no transport any more, wherever it is now
in_shop = (conditions.order_is_in_shop,)
informed = (*in_shop, conditions.change_is_seen)
# fmt: off
POSITION_ROUTES = {
    PositionStep.START:     Route({P.WAITING}, P.STARTED, must=informed, stamp="started_at"),
    PositionStep.FINISH:    Route({P.STARTED}, P.FINISHED, must=informed, stamp="finished_at"),
    PositionStep.CHECK:     Route({P.FINISHED}, P.CHECKED, must=in_shop, stamp="checked_at"),
    PositionStep.SEND_BACK: Route({P.FINISHED, P.CHECKED}, P.WAITING, must=in_shop, happening="position_sent_back"),  # noqa: E501
    PositionStep.RETURN:    Route({P.IN_OFFICE}, P.WAITING, right=RETURN_RIGHT, happening="position_sent_back", offered=False),  # noqa: E501
    PositionStep.LOAD:      Route({P.CHECKED}, P.LOADED, must=in_shop, right=ARRIVE_RIGHT, offered=False),  # noqa: E501
    PositionStep.UNLOAD:    Route({P.LOADED}, P.CHECKED, right=ARRIVE_RIGHT, happening=UNLOADED, offered=False),  # noqa: E501
    PositionStep.ARRIVE:    Route({P.CHECKED, P.LOADED}, P.IN_OFFICE, must=(conditions.order_is_expected,), right=ARRIVE_RIGHT, happening=UNLOADED, offered=False),  # noqa: E501
    PositionStep.SHELVE:    Route({P.WAITING}, P.IN_OFFICE, right=ARRIVE_RIGHT, offered=False),
    PositionStep.HAND_OVER: Route({P.CHECKED, P.LOADED, P.IN_OFFICE}, P.HANDED_OVER, right=HAND_OVER_RIGHT, happening=UNLOADED, offered=False),  # noqa: E501
    PositionStep.BEGIN_ANEW:
                            Route({P.STARTED, P.FINISHED, P.CHECKED}, P.WAITING, right=CONSENT_RIGHT, offered=False),  # noqa: E501
    PositionStep.REMOVE:    Route({P.WAITING, P.STARTED, P.FINISHED, P.CHECKED, P.IN_OFFICE}, P.REMOVED, right=AMEND_RIGHT, happening=UNLOADED, offered=False),  # noqa: E501
    PositionStep.GO_ON:     Route({P.STARTED, P.FINISHED, P.CHECKED}, P.STARTED, right=CONSENT_RIGHT, offered=False),  # noqa: E501
}
# fmt: on
POSITION_ASIDE = {
    PositionStep.SEND_BACK: pgettext_lazy("story of a position", "Sent back for rework"),
    PositionStep.RETURN: PositionStep.RETURN.label,
    PositionStep.UNLOAD: PositionStep.UNLOAD.label,
    PositionStep.BEGIN_ANEW: PositionStep.BEGIN_ANEW.label,
    PositionStep.GO_ON: PositionStep.GO_ON.label,
}
POSITION_LIFE = Life(PositionStep, POSITION_ROUTES, "orders.position", states=PositionStatus)
NOT_MADE = {P.WAITING, P.STARTED}
IN_SHOP = NOT_MADE | {P.FINISHED}
LEFT_SHOP = {P.LOADED, P.IN_OFFICE, P.HANDED_OVER}
BEGUN_IN_SHOP = {P.STARTED, P.FINISHED, P.CHECKED}
TO_ARRIVE = {P.CHECKED, P.LOADED}
ARRIVED = {P.IN_OFFICE, P.HANDED_OVER}
HANDABLE = POSITION_ROUTES[PositionStep.HAND_OVER].sources
