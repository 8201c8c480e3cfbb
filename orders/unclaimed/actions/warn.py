from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from company.models import Firm
from company.notifications import notify
from core import cells, clock, documents, outbox
from core.errors import Refused
from orders.models import StorageWarning, WorkOrder
from orders.unclaimed.actions.reach import WARN_RIGHT, minders
from orders.unclaimed.terms import terms_of


@transaction.atomic
def warn_of_storage(order, *, by) -> StorageWarning:
    """The next of the two warnings: a paper, and a letter with it where the client has an e-mail.

    A second press on the same day finds the warning written.
    """
    if not by.has_perm(WARN_RIGHT):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    _refuse_untimely(locked)
    moment = clock.now()
    since = localdate(locked.ready_at)
    number = locked.storage_warnings.filter(waits_since=since).count() + 1
    document = documents.issue("storage_warning", locked, by=by)
    return StorageWarning.objects.create(
        order=locked,
        number=number,
        waits_since=since,
        at=moment,
        by=by,
        document=document,
        is_mailed=_mail(locked, document, since, number, by=by),
    )


def _refuse_untimely(order):
    if not order.is_ready:
        raise Refused(_("This order does not wait in the office any more."))
    terms = terms_of(order, Firm.get())
    if terms.next_warning is None:
        raise Refused(_("Both warnings are written already."))
    if not terms.is_warning_due:
        words = {"number": terms.next_warning, "date": cells.day(terms.next_warning_on)}
        raise Refused(_("Warning %(number)s may be written from %(date)s.") % words)


def _mail(order, document, since, number, *, by) -> bool:
    if not order.client.email:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        context = {"order": order, "document": document, "since": since, "firm": Firm.get()}
        outbox.write(
            order,
            key=f"storage-warning:{order.pk}:{since}:{number}",
            to=order.client.email,
            subject=_("Order %(number)s waits for you") % {"number": order.number},
            body=render_to_string("orders/letters/storage_warning.txt", context),
            by=by,
            documents=[document],
        )
    return True


def tell_of_due_warning(order, terms):
    """The manager and the directors learn once that a warning may be written."""
    number = terms.next_warning
    with translation.override(settings.LANGUAGE_CODE):
        words = {"number": number, "order": order.number, "days": terms.days}
        text = _("Order %(order)s waits for %(days)s days: warning %(number)s is due.") % words
    notify(
        {order.manager, *minders()},
        key=f"storage-warning:{order.pk}:{terms.waits_since}:{number}",
        text=text,
        url=reverse("orders:card", args=[order.pk]),
    )
