"""What managers hear on the morning of a working day about dates in danger."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company.models import Absence
from company.notifications import notify
from core import cells, clock
from orders.work_orders.danger import Danger, Endangered


def remind_managers(found: list[Endangered]):
    """One line for each order, once a day; of somebody who is away also to their deputy."""
    today, deputies = clock.today(), Absence.objects.deputies_today()
    for each in found:
        manager = each.order.manager
        notify(
            [manager, *deputies.get(manager.pk, [])],
            key=f"date:{each.order.pk}:{today}",
            text=_said(each),
            url=each.order.get_absolute_url(),
        )


def _said(each) -> str:
    words = {
        "number": each.order.number,
        "promised": cells.day(each.order.promised_on),
        "expected": cells.day(each.expected_on),
    }
    with translation.override(settings.LANGUAGE_CODE):
        if each.danger == Danger.PASSED:
            return _("Order %(number)s is late: it was promised for %(promised)s.") % words
        if each.danger == Danger.LATE:
            text = _("Order %(number)s: %(promised)s cannot be kept, expected on %(expected)s.")
            return text % words
        return _("Order %(number)s is promised for %(promised)s and is not made yet.") % words
