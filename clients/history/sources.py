"""The tables that tell the history of a card, and what of each is told."""

from dataclasses import dataclass

from django.db.models import CharField, F, OuterRef, Subquery, Value
from django.db.models.functions import JSONObject

from clients.models import (
    Address,
    Client,
    ClientPhone,
    ClientTag,
    ClientTarget,
    ContactPerson,
    Email,
    Messenger,
    Requisites,
)

OWN = "own"


@dataclass(frozen=True)
class Source:
    """`code` names what is written in one piece, such as a phone; where it is empty, each field of
    the row is told of by itself."""

    model: type
    fields: tuple[str, ...]
    code: str = ""
    whose: str = "client"

    @property
    def name(self):
        return self.model._meta.model_name

    @property
    def events(self):
        return self.model.pgh_event_model.objects

    def of(self, client_pk):
        return self.events.filter(**{f"{self.whose}_id": client_pk})

    def told(self, events):
        """With the row's fields then and, where it is asked for, just before."""
        return events.annotate(
            source=Value(self.name, CharField()),
            now=self._said(),
            by_user=F("pgh_context__metadata__user"),
        )

    def with_before(self, events):
        last = self.events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
        before = last.order_by("-pgh_id").values(said=self._said())[:1]
        return self.told(events).annotate(was=Subquery(before))

    def _said(self):
        return JSONObject(whose=f"{self.whose}_id", **{name: name for name in self.fields})


PARTS = ("is_client", "is_supplier", "is_partner")
OF_CLIENT = (
    *("name", "kind", "sector", *PARTS, "email", "address", "region_id", "note", "group_id"),
    *("ad_source_id", "responsible_id", "price_level", "discount_percent"),
    *("likes", "avoids", "aim", "strategy"),
    *("deferral_days", "deferral_unit", "credit_limit", "is_credit_stopped"),
    OWN,
)
OF_PERSON = ("name", "post", "part", "birthday", "email", "note", "left_on")
OF_REQUISITES = tuple(each.name for each in Requisites._meta.fields if each.name != "client")
CARD = Source(Client, OF_CLIENT, whose="pgh_obj")
PERSON = Source(ContactPerson, OF_PERSON)
REQUISITES = Source(Requisites, OF_REQUISITES)
SOURCES = (
    CARD,
    Source(ClientPhone, ("e164", "extension", "person_id"), "phone"),
    Source(Email, ("email", "person_id"), "email"),
    Source(Messenger, ("service", "handle", "person_id"), "messengers"),
    Source(Address, ("use", "address"), "address"),
    Source(ClientTag, ("tag_id",), "tags"),
    Source(ClientTarget, ("year", "amount"), "target"),
    REQUISITES,
    PERSON,
)
NAMED = {source.name: source for source in SOURCES}
# Says something only together with another field, and is about the attribute of that one.
DEPENDS = {"deferral_unit": "deferral_days"}


def said(row, name):
    """What a field of a row says; None where it says nothing."""
    return None if name in DEPENDS and not row[DEPENDS[name]] else row[name]


def code_of(source, name) -> str:
    """The attribute that a field of a row is about: a role to whom it is hidden does not see it."""
    if source is PERSON:
        return "email" if name == "email" else "people"
    return DEPENDS.get(name, name).removesuffix("_id")
