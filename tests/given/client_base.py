"""Clients and what is said to them."""

from datetime import timedelta

from clients import actions as clients
from clients.actions import write_phones
from clients.models import (
    AdSource,
    Client,
    ClientGroup,
    Consent,
    ConsentText,
    DuplicateGroup,
    Region,
    Segment,
)
from clients.segments import Condition, Group
from core import clock
from interactions.actions import keep_regulation, register, register_series
from interactions.models import ContactRegulation, InteractionKind
from tests.given.firm import employee


def ad_source(name="Сайт") -> AdSource:
    return AdSource.objects.get_or_create(name=name)[0]


def region(name="Москва") -> Region:
    return Region.objects.get_or_create(name=name)[0]


def client(name="Мария Светлова", phone="+7 916 123-45-67", *, by=None, **fields) -> Client:
    by = by or employee()
    defaults = {"responsible": by, "created_by": by, "created_at": clock.now()}
    found = Client.objects.create(name=name, **{**defaults, **fields})
    write_phones(found, phone)
    return found


def contact_person(of=None, name="Ирина Белова", *, by=None, **fields):
    return clients.add_person(of or client(), by=by or employee(), name=name, **fields)


def client_group(name="Холдинг «Стекло»", days=0, **terms) -> ClientGroup:
    """Organisations of one owner; `days` of deferral hold for all of them."""
    return ClientGroup.objects.create(name=name, deferral_days=days, **terms)


def condition(attribute, operator, *values, is_not=False) -> Condition:
    return Condition(attribute, operator, [str(value) for value in values], is_not)


def segment(*conditions, by=None, name="Все с именем", is_shared=False, is_frozen=False):
    parts = list(conditions) or [condition("name", "contains", "а")]
    found = Segment(owner=by or employee())
    facts = {"name": name, "is_shared": is_shared, "is_frozen": is_frozen}
    return clients.keep_segment(found, by=found.owner, tree=Group(parts=parts), **facts)


def duplicate_group(first, second) -> DuplicateGroup:
    group = DuplicateGroup.objects.create(
        title=f"{first}, {second}", score=95, size=2, found_at=clock.now()
    )
    group.pairs.create(
        first=first, second=second, score=95, reasons=["phone"], found_at=clock.now()
    )
    return group


def planned_call(of=None, *, by=None, in_hours=None, purpose="Спросить о размере", **fields):
    """A call planned for `in_hours` from now; with a negative number it was planned before. Where
    nothing is said, for later today: in an hour, and late in the evening at once."""
    by = by or employee()
    if in_hours is None:
        ends = clock.midnight(clock.today() + timedelta(days=1)) - timedelta(seconds=1)
        moment = max(min(clock.now() + timedelta(hours=1), ends), clock.now())
    else:
        moment = clock.now() + timedelta(hours=in_hours)
    with clock.at(min(clock.now(), moment - timedelta(minutes=1))):
        return register(
            of or client(),
            by=by,
            channel="call",
            direction="out",
            purpose=purpose,
            planned_at=moment,
            **fields,
        )


def regulation(*, by=None, since_days_ago=0, name="Не реже раза в месяц", **said):
    """In force for `since_days_ago`; of the usual rule, a contact at least every 30 days."""
    usual = {"rhythm": "every", "occasion": "", "days": 30, "segment": None, "script": ""}
    with clock.at(clock.now() - timedelta(days=since_days_ago)):
        return keep_regulation(
            ContactRegulation(),
            by=by or employee("director"),
            name=name,
            purpose=said.pop("purpose", "Узнать, как дела"),
            **{**usual, **said},
        )


def series(of=None, *, by=None, period="weekly", in_days=1, for_days=60, hour=12, **fields):
    """A meeting repeated from a day on; answers the rule."""
    by = by or employee()
    day = clock.today() + timedelta(days=in_days)
    first = register_series(
        of or client(),
        by=by,
        kind=fields.pop("kind", None) or InteractionKind.objects.usual("meeting", "out"),
        purpose="Совещание о перегородках",
        planned_at=clock.midnight(day) + timedelta(hours=hour),
        period=period,
        until=day + timedelta(days=for_days),
        **fields,
    )
    return first.series


def consent_text(purpose="advertising", name="Реклама, 1") -> ConsentText:
    facts = {"purpose": purpose, "text": "Согласен", "valid_from": clock.today()}
    return ConsentText.objects.get_or_create(name=name, defaults=facts)[0]


def consent(of=None, *, by=None, channel="phone") -> Consent:
    """To advertising by one channel."""
    consent_text()
    facts = {"purpose": "advertising", "channels": [channel], "source": "paper"}
    return clients.give_consent(of or client(), by=by or employee(), **facts)[0]


def personal_request(of=None, *, by=None, kind="access", received_on=None, text=""):
    return clients.receive_request(
        of or client(),
        by=by or employee("director"),
        kind=kind,
        source="paper",
        received_on=received_on or clock.today(),
        text=text,
    )
