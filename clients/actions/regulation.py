"""The entry regulation is written, and what it asks for is filled in."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients import attributes as kinds
from clients import completeness
from clients.actions.client import change
from clients.actions.requisites import set_requisites
from clients.models import EntryRule
from clients.regulation import dueable_of
from core import jobs, registry

REGULATE = "clients.change_entryrule"


class Line(NamedTuple):
    stage: str
    is_compulsory: bool = False
    hint: str = ""


@transaction.atomic
def regulate(audiences, lines: dict[str, Line], *, by):
    """What is due of clients of these (kind, sector); what is not named is not asked for any more,
    nor what private persons do not have. The cards are held against it by a job."""
    if not by.has_perm(REGULATE):
        raise PermissionDenied
    orders_from = {stage.code: stage.orders_from() for stage in registry.client_stages}
    for kind, sector in audiences:
        rules = EntryRule.objects.of_audience(kind, sector)
        fitting = {each.code for each in dueable_of(kind)}
        asked = {code: line for code, line in lines.items() if code in fitting}
        rules.exclude(attribute__in=asked).delete()
        for attribute, line in asked.items():
            EntryRule.objects.update_or_create(
                kind=kind,
                sector=sector,
                attribute=attribute,
                defaults={**line._asdict(), "orders_from": orders_from[line.stage]},
            )
    return jobs.start(completeness.RECOUNT, _("Completeness of all cards"), by=by)


@transaction.atomic
def fill_gaps(client, *, by, version, given: dict):
    """What was missing, {attribute: value}: written as the card's own form would."""
    requisites, fields = {}, {}
    for attribute, value in given.items():
        if attribute.source == kinds.REQUISITES:
            requisites[attribute.code] = value
        elif attribute.source == kinds.OWN:
            own = fields.setdefault("own", dict(client.own))
            own[attribute.code.removeprefix("own.")] = value
        elif attribute.code == "phone":
            fields["phone_text"] = value
        else:
            fields[attribute.code] = value
    client = change(client, by=by, version=version, **fields)
    if requisites:
        set_requisites(client, by=by, **requisites)
    return client
