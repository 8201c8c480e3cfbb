from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from clients.models import Client
from company.models import Firm
from core import clock, documents, outbox, registry
from core.errors import Refused
from orders.money.reconciling import account
from orders.money.reconciling.models import Reconciliation

KIND = "reconciliation"


@transaction.atomic
def reconcile(client, *, by, since, until) -> Reconciliation:
    """A statement of the period, frozen as it was said; another one of the same days may differ,
    since money may be booked later for a day in it."""
    if not may_reconcile(by):
        raise PermissionDenied
    if until < since:
        raise Refused(_("The period ends before it begins."))
    if until > clock.today():
        raise Refused(_("Nothing is known of days to come: end the period today."))
    locked = Client.objects.select_for_update().get(pk=client.pk)
    found = Reconciliation.objects.create(
        client=locked,
        since=since,
        until=until,
        opening=account.balance(locked, since - account.DAY),
        closing=account.balance(locked, until),
        at=clock.now(),
        by=by,
    )
    documents.issue(KIND, found, by=by)
    return found


def may_reconcile(user) -> bool:
    rights = ("orders.add_reconciliation", "orders.see_prices")
    return all(map(user.has_perm, rights)) and registry.document_kinds[KIND].is_for(user)


@transaction.atomic
def send_reconciliation(found, *, by, to, token):
    """With the paper attached, once for each `token` of the form."""
    if not (may_reconcile(by) and by.has_perm("core.add_outgoingmessage")):
        raise PermissionDenied
    with translation.override(settings.LANGUAGE_CODE):
        period = {"since": found.since, "until": found.until}
        context = {"found": found, "firm": Firm.get(), "by": by}
        return outbox.write(
            found,
            key=f"reconciliation:{found.pk}:{token}",
            to=to,
            subject=_("Reconciliation statement, %(since)s to %(until)s")
            % {name: f"{day:%d.%m.%Y}" for name, day in period.items()},
            body=render_to_string("orders/letters/reconciliation.txt", context),
            by=by,
            documents=[documents.latest(KIND, found)],
        )
