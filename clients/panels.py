"""What stands on the client's own page besides the head: its people, requisites and plan."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse

from clients.actions.hands import moves_of
from clients.duplicates.lifecycle import MERGE_RIGHT
from clients.models import (
    Client,
    ClientTarget,
    ContactPerson,
    Email,
    Merge,
    RelationLevel,
)
from clients.requisites import is_entrepreneur, shown_faults
from company import own_fields
from company.assignment import hands
from company.models.employee import named
from core import clock, registry
from core.prepared import prepared

CHANGE = "clients.change_client"
PLANNED = ("likes", "avoids", "aim", "strategy")


def handed(client, user):
    """The hands it went through, and the way back from the newest of them."""
    found = hands.chain(client, user)
    if found and user.has_perm(CHANGE):
        moved = moves_of(client).first()
        found["moved"] = moved and reverse("clients:handed_over", args=[moved.pk])
    return found


def people(client, user):
    """Of an organisation; a private person has contact persons only once somebody added one."""
    shown = _people(client) if registry.has(client, "people") else []
    if not shown and client.kind == Client.Kind.PERSON:
        return None
    numbers = list(client.phones.all())
    for person in shown:
        person.numbers = [phone for phone in numbers if phone.person_id == person.pk]
        person.level = RelationLevel.Level(person.relation) if person.relation else None
    return {"client": client, "people": shown, "may_change": user.has_perm(CHANGE)}


@prepared
def _people(client):
    levels = RelationLevel.objects.filter(person=OuterRef("pk")).order_by("-at", "-pk")
    return (
        ContactPerson.objects.filter(client=client)
        .defer("name_grams")
        .annotate(
            relation=Subquery(levels.values("level")[:1]),
            relation_at=Subquery(levels.values("at")[:1]),
            further_emails=ArraySubquery(
                Email.objects.filter(person=OuterRef("pk")).values("email")
            ),
        )
    )


def requisites(client, user):
    found = getattr(client, "requisites", None)
    if found is None and client.kind == Client.Kind.PERSON:
        return None
    return {
        "client": client,
        "requisites": found,
        "faults": shown_faults(found, user) if found else [],
        "is_entrepreneur": bool(found) and is_entrepreneur(found),
        "may_change": user.has_perm(CHANGE),
    }


def plan(client, user):
    """The relation as it is wished to be, and what the firm wants to know besides."""
    year = clock.today().year
    target = {"year": year, "amount": client.target} if client.target else None
    fields = own_fields.fields_of(Client) if client.own else []
    read = [each for each in fields if user.sees_field(f"own.{each.code}")]
    own = own_fields.shown(read, client.own)
    said = {name: getattr(client, name) for name in PLANNED if user.sees_field(name)}
    planned = any((*said.values(), target, own))
    return {
        "client": client,
        "target": target,
        "own": own,
        "is_planned": planned,
        "may_change": user.has_perm(CHANGE),
    }


def target_of(year):
    """Beside the client: `target`."""
    return Subquery(
        ClientTarget.objects.filter(client=OuterRef("pk"), year=year).values("amount")[:1]
    )


def has_people():
    return Exists(ContactPerson.objects.filter(client=OuterRef("pk")))


def has_taken():
    return Exists(Merge.objects.filter(survivor=OuterRef("pk")))


def merges(client, user):
    """Which cards this one has taken; asked for once it has, and where somebody may undo it."""
    taken = _taken(client) if registry.has(client, "merges") else []
    return {"taken": taken, "may_undo": user.has_perm(MERGE_RIGHT)} if taken else None


@prepared
def _taken(client):
    done = Merge.objects.filter(survivor=client).standing()
    return done.select_related("by", "changeset").defer(*named("by"))
