"""What may be given to this client on this deal by the policy of today, and why: one query."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db.models import Exists, F, OuterRef

from catalog import policy
from catalog.costing import Deal
from catalog.policy import Allowance, Deferral, RuleFacts, Standing
from catalog.pricing import Tariff
from catalog.tariffs import rules_known
from clients.actions import clients_of
from clients.attributes import attributes
from clients.models import Client, Segment
from core import clock, registry
from core.errors import Refused

SECONDS_KEPT = 60


def allowed(client: Client | None, deal: Deal, tariff: Tariff) -> Allowance | None:
    """None where no policy is in force: then the limit of the role alone holds."""
    rules = _in_force(tariff.rules, clock.today())
    return policy.allowance(rules, standing_of(client, rules), deal) if rules else None


def deferral_allowed(client: Client) -> Deferral:
    rules = _in_force(rules_known(), clock.today())
    return policy.deferral(rules, standing_of(client, rules))


def _in_force(rules: Iterable[RuleFacts], day: date) -> list[RuleFacts]:
    return [rule for rule in rules if rule.valid_from <= day]


def standing_of(client: Client | None, rules: list[RuleFacts]) -> Standing:
    """Of somebody whom the desk has only just met there is nothing to be asked."""
    if client is None:
        return Standing()
    segments = {rule.segment for rule in rules if rule.segment is not None}
    figures = {rule.figure for rule in rules if rule.figure}
    if not (segments or figures):
        return Standing(own_percent=client.discount_percent)
    found = _read(client, segments, figures)
    return Standing(
        frozenset(pk for pk in segments if found.get(f"in_{pk}")),
        {code: Decimal(found.get(f"by_{code}") or 0) for code in figures},
        client.discount_percent,
    )


def _read(client, segments, figures) -> dict:
    inside = _compiled(tuple(sorted(segments)), int(clock.now().timestamp()) // SECONDS_KEPT)
    asked = {f"in_{pk}": _is_in(rows) for pk, rows in inside.items()}
    known = {each.code: each for each in registry.figures if each.code in figures}
    asked |= {f"by_{code}": _value(figure) for code, figure in known.items()}
    return Client.objects.filter(pk=client.pk).annotate(**asked).values(*asked).get()


def _is_in(rows):
    return Exists(rows.filter(pk=OuterRef("pk")).order_by())


def _value(figure):
    return figure.expression() if figure.expression else F(figure.path)


@lru_cache(maxsize=8)
def _compiled(segments: tuple[int, ...], minute: int) -> dict:
    """What the conditions of a segment ask for is read again each minute, not at each price. One
    that cannot be asked any more has nobody in it."""
    found, known = {}, attributes()
    for segment in Segment.objects.filter(pk__in=segments):
        with suppress(Refused):
            found[segment.pk] = clients_of(segment, known)
    return found
