"""What the firm wants to know of a client, and from which stage of the relation on: the entry
regulation. Forms ask for it, `clients.completeness` counts it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from clients import completeness
from clients.attributes import REQUISITES, attributes
from clients.models import Client, ClientSummary, EntryRule
from company import own_fields
from core import registry

PLANNED = ("likes", "avoids", "aim", "strategy")
PEOPLE = ("people", "decision_maker")
OF_ORGANISATIONS = {*PEOPLE, "group"}


def stages() -> list:
    """In the order in which a client reaches them."""
    return sorted(registry.client_stages, key=lambda stage: stage.orders_from())


def hold_thresholds() -> int:
    """What a stage means may have changed since it was chosen: the firm's rules of relation are
    dated. The number of lines that differed."""
    stages = {stage.code: stage.orders_from() for stage in registry.client_stages}
    return sum(
        EntryRule.objects.filter(stage=code).exclude(orders_from=orders).update(orders_from=orders)
        for code, orders in stages.items()
    )


def dueable(user=None) -> list:
    """The attributes that the regulation may ask for."""
    return [each for each in attributes(user).values() if each.empty is not None]


def dueable_of(kind) -> list:
    """Of a private person nobody wants requisites or contact persons."""
    return [each for each in dueable() if kind != Client.Kind.PERSON or not is_of_firms(each)]


def is_of_firms(attribute):
    return attribute.source == REQUISITES or attribute.code in OF_ORGANISATIONS


def asked_for(user) -> list[tuple[str, str]]:
    """(code, label) of what the regulation asks of anybody, as far as `user` may read it."""
    asked = set(EntryRule.objects.values_list("attribute", flat=True))
    return (
        [(each.code, each.label) for each in dueable(user) if each.code in asked] if asked else []
    )


def rules_of(client) -> list[EntryRule]:
    """What is due of this client at the stage that they have reached."""
    reached = ClientSummary.objects.filter(client=client).values("orders_count")[:1]
    return list(EntryRule.objects.of_audience(client.kind, client.sector).reached_with(reached))


def ask(form, client):
    """Mark in a form what is due of this client, with the regulation's hint."""
    for rule in rules_of(client):
        _mark(form, rule)


def ask_new(form):
    """The same of somebody who is registered; what is compulsory at first contact is demanded."""
    kind = form["kind"].value() or Client.Kind.PERSON
    for rule in EntryRule.objects.of_audience(kind, Client.Sector.CONSUMER).reached_with(0):
        if rule.is_compulsory and field_name(rule.attribute) in form.fields:
            form.fields[field_name(rule.attribute)].required = True
        _mark(form, rule)


def _mark(form, rule):
    field = form.fields.get(field_name(rule.attribute))
    if field:
        if not field.required:
            words = _("%(label)s (compulsory)") if rule.is_compulsory else _("%(label)s (needed)")
            field.label = words % {"label": field.label}
        field.help_text = rule.hint or field.help_text


def field_name(code) -> str:
    return f"{own_fields.PREFIX}{code.removeprefix('own.')}" if code.startswith("own.") else code


@dataclass(frozen=True)
class Gap:
    code: str
    label: str
    url: str  # where it is filled in


def gaps(client, user) -> list[Gap]:
    """What is missing of a client with its figures, as far as `user` may read it."""
    if not client.summary.missing:
        return []
    known = attributes(user)
    return [
        Gap(code, str(known[code].label), page_of(client, known[code]))
        for code in client.summary.missing
        if code in known
    ]


def page_of(client, attribute):
    code = attribute.code
    if code in PEOPLE:
        return reverse("clients:add_person", args=[client.pk])
    page = "clients:edit"
    if attribute.source == REQUISITES:
        page = "clients:requisites"
    elif code in PLANNED:
        page = "clients:plan"
    return f"{reverse(page, args=[client.pk])}#id_{field_name(code)}"


def lacking(client, stage) -> list[str]:
    """The labels of what is compulsory at the stage of this code and not given yet."""
    orders = next(each.orders_from() for each in registry.client_stages if each.code == stage)
    missing = completeness.lacking(client, orders=orders)
    known = attributes() if missing else {}
    return [str(known[code].label) for code in missing]
