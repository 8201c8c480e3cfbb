"""The manager of an order hears what others have decided about it."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company import notifications
from core import cells, registry


def contribute():
    registry.react("order_held", held)
    registry.react("order_resumed", resumed)
    registry.react("order_returned", returned)


def held(order, *, by):
    with _firms_words():
        words = {"number": order.number, "reason": order.hold_reason}
        _ring(order, _("Order %(number)s is on hold: %(reason)s") % words, by=by)


def resumed(order, *, by):
    with _firms_words():
        words = {"number": order.number, "date": cells.day(order.promised_on)}
        _ring(order, _("Order %(number)s goes on, promised on %(date)s") % words, by=by)


def returned(order, *, by):
    with _firms_words():
        words = {"number": order.number}
        _ring(order, _("Pieces of the order %(number)s went back to the workshop") % words, by=by)


def _firms_words():
    """What is stored is in the firm's language, whatever that of the screen."""
    return translation.override(settings.LANGUAGE_CODE)


def _ring(order, text, *, by):
    """Each time anew: the same order may wait twice."""
    if order.manager_id == by.pk:
        return
    key = f"order-life-{order.pk}-{order.steps.count()}"
    notifications.notify([order.manager], key=key, text=text, url=order.get_absolute_url())
