from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients import actions as clients
from clients.models import Client
from core import clock
from core.errors import Refused
from sales.interests import answering, bells, naming
from sales.interests.actions.answer import answered
from sales.interests.content import InterestContent, NewClient
from sales.interests.lifecycle import ADD, CHANGE
from sales.models import Interest


@transaction.atomic
def register(
    client: Client | NewClient, content: InterestContent, *, by, responsible=None, is_answered=False
) -> Interest:
    """Of a client who is known, or of one who is taken down by the same move.

    Without a named `responsible` the firm's rules name one, who hears of it. `is_answered`: they
    got their first answer at once, and no clock runs.
    """
    if not by.has_perm(ADD):
        raise PermissionDenied
    known = client if isinstance(client, Client) else None
    responsible = responsible or _by_rules(known, content, by)
    source = content.ad_source
    if known is None:
        client = clients.add(
            by=by,
            name=client.name,
            phone_text=client.phone,
            ad_source=source,
            responsible=responsible,
        )
    interest = _keep(client, content, source or client.ad_source, responsible, by)
    if is_answered:
        answered(interest, by=by)
    else:
        answering.watch(interest, by=by)
    bells.tell_responsible(interest, by=by)
    return interest


def _by_rules(client, content, by):
    if named := naming.responsible_for(client, content.product_groups):
        return named
    if not by.has_perm(CHANGE):
        raise Refused(_("No rule names anybody who is here today: choose who answers."))
    return by


def _keep(client, content, source, responsible, by):
    interest = Interest.objects.create(
        client=client,
        is_need=client.orders.bought().exists(),
        came_by=content.came_by,
        interaction=content.interaction,
        ad_source=source,
        wish=content.wish,
        expected_sum=content.expected_sum,
        wanted_on=content.wanted_on,
        agreed=content.agreed,
        responsible=responsible,
        office=responsible.office,
        received_at=clock.now(),
        created_by=by,
    )
    interest.product_groups.set(content.product_groups)
    return interest
