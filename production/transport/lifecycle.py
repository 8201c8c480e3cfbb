"""The life of a transport list: loaded, driven, unloaded. Read this screen and you know it.

Its pieces move by their own life; the list has arrived when none of them is on it any more.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from orders.work_orders.querysets import BRING


class Status(TextChoices):
    OPEN = "open", pgettext_lazy("transport list", "Being loaded")
    ON_THE_WAY = "on_the_way", pgettext_lazy("transport list", "On the way")
    ARRIVED = "arrived", pgettext_lazy("transport list", "Unloaded")


class Step(TextChoices):
    DEPART = "depart", pgettext_lazy("transport list step", "Drive off")
    ARRIVE = "arrive", pgettext_lazy("transport list step", "Everything is unloaded")


def has_pieces(transport_list):
    return None if transport_list.rows.aboard().exists() else _("Nothing is loaded yet.")


S = Status
# fmt: off
ROUTES = {
    Step.DEPART: Route({S.OPEN}, S.ON_THE_WAY, must=(has_pieces,), stamp="left_at", right=BRING),
    Step.ARRIVE: Route({S.ON_THE_WAY}, S.ARRIVED, stamp="arrived_at", right=BRING, offered=False),
}
# fmt: on
LIFE = Life(Step, ROUTES, "production.transportlist", states=Status)
