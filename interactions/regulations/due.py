"""Who is to be spoken to by a regulation, and by when: the database answers it whole."""

from datetime import date, timedelta

from django.db import connection
from django.db.models import (
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest, TruncDate
from django.utils.timezone import get_default_timezone

from clients import actions as clients
from clients.models import Client
from core import clock
from interactions.models import ContactRegulation, Interaction
from interactions.models.regulation import Rhythm
from interactions.querysets import REGULATION
from interactions.regulations import occasions
from interactions.regulations.occasions import all_of_them

REASON = REGULATION
DAY = timedelta(days=1)


def clients_under(regulation):
    """Its clients without those whom a narrower regulation asks the same of."""
    rows = clients.clients_of(regulation.segment) if regulation.segment else _all_clients()
    for narrower in ContactRegulation.objects.narrower_than(regulation).select_related("segment"):
        inside = clients.clients_of(narrower.segment).filter(pk=OuterRef("pk")).order_by()
        rows = rows.filter(~Exists(inside))
    return rows.order_by()


def _all_clients():
    return Client.objects.buying()


def due_by(regulation, day: date):
    """(client, due on, counted from) of all that is due by `day` and not before the regulation is
    in force; what is planned already is among it. None while
    nobody knows what it counts from."""
    if regulation.rhythm == Rhythm.EVERY:
        return _long_unheard(regulation, day)
    occasion = all_of_them().get(regulation.occasion)
    if occasion is None:  # a field of the firm's own that is switched off
        return None
    since = _since(regulation, day)
    if regulation.rhythm == Rhythm.AFTER:
        return _after(regulation, occasion, since, day)
    return _yearly(regulation, occasion, since, day)


def _since(regulation, day):
    """From the last planned day on, that day included: what came in on it may have come later."""
    begun = min(regulation.planned_until or regulation.active_since, day)
    return max(begun, regulation.active_since)


def _long_unheard(regulation, day):
    """Nobody has spoken to them for so long, and nobody is to by the end of that day."""
    span = timedelta(days=regulation.days)
    limit = clock.midnight(day - span + DAY)
    of_client = Interaction.objects.filter(client=OuterRef("pk"))
    heard = of_client.attended()
    planned = of_client.planned().filter(planned_at__lt=clock.midnight(day + DAY))
    rows = clients_under(regulation).filter(
        ~Exists(heard.filter(moment_at__gte=limit)), ~Exists(planned), created_at__lt=limit
    )
    newest = heard.order_by("-moment_at").values("moment_at")[:1]
    last = Subquery(newest, output_field=DateTimeField())
    return rows.annotate(
        counted_from=TruncDate(Coalesce(last, "created_at"), tzinfo=get_default_timezone()),
        due_on=Greatest(_plus(F("counted_from"), span), Value(regulation.active_since)),
    ).values_list("pk", "due_on", "counted_from")


def _after(regulation, occasion, since, day):
    span = timedelta(days=regulation.days)
    found = occasions.between(occasion, since - span, day - span)
    rows = _of_clients(regulation, occasion, found)
    return rows.annotate(due_on=_plus(F("on"), span)).values_list(occasion.client, "due_on", "on")


def _yearly(regulation, occasion, since, day):
    """Few days are asked about at once: each night its own."""
    before = timedelta(days=regulation.days)
    asked = []
    while since <= day:
        found = occasions.anniversaries(occasion, since + before)
        rows = _of_clients(regulation, occasion, found).annotate(due_on=Value(since))
        asked.append(rows.values_list(occasion.client, "due_on", "on"))
        since += DAY
    return asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]


def _of_clients(regulation, occasion, rows):
    under = clients_under(regulation).filter(pk=OuterRef(occasion.client))
    return rows.filter(Exists(under)).order_by()


def _plus(day, span):
    return Cast(ExpressionWrapper(day + Value(span), DateField()), DateField())


def new_by(regulation, day: date) -> int:
    """How many of them are not planned yet."""
    found = due_by(regulation, day)
    if found is None:
        return 0
    query, arguments = found.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(DISTINCT (client_id, due_on)) FROM ({query})"
            " AS found (client_id, due_on, occasion_on) WHERE NOT EXISTS ("
            "  SELECT FROM interactions_contactdue known WHERE known.regulation_id = %s"
            "  AND known.client_id = found.client_id AND known.due_on = found.due_on)",
            [*arguments, regulation.pk],
        )
        return cursor.fetchone()[0]
