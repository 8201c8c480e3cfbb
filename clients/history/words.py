"""The rows of the history in words: labels instead of columns, names instead of numbers."""

from decimal import Decimal

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients.attributes import attributes
from clients.history.sources import CARD, DEPENDS, OWN, PARTS, PERSON, REQUISITES, SOURCES
from clients.models import Address, AdSource, Client, ClientGroup, Messenger, Region, Tag
from company import own_fields
from company.models import Employee, OwnField
from company.models.employee import NAMES
from core import cells, phones, registry
from core.prepared import prepared

PRICE_LEVELS = "price-levels"  # the dictionary's code


def offered_fields(user) -> list[tuple[str, str]]:
    """(code, label) of what the history may be narrowed to: what `user` may read."""
    hidden = hidden_codes(user)
    codes = [_bare(name) for name in CARD.fields if name != OWN and name not in DEPENDS]
    labels = {code: _label(Client, code) for code in codes}
    labels |= {source.code: _of_item(source.code) for source in SOURCES if source.code}
    labels |= {name: _label(REQUISITES.model, name) for name in REQUISITES.fields}
    labels["people"] = _("Contact persons")
    labels |= {f"own.{each.code}": each.label for each in OwnField.objects.of(Client)}
    return [(code, str(label)) for code, label in labels.items() if code not in hidden]


def hidden_codes(user) -> set[str]:
    """Attributes that are known and that this user may not read."""
    return attributes().keys() - attributes(user).keys()


def _managers(said):
    managers = {row["responsible_id"] for row in said if row.get("responsible_id")}
    return _names(Employee.objects.in_bulk(managers))


NAMED = {
    "responsible_id": _managers,
    "group_id": lambda said: _names(ClientGroup.objects.in_bulk()),
    "ad_source_id": lambda said: _names(AdSource.objects.in_bulk()),
    "region_id": lambda said: _names(Region.objects.in_bulk()),
    "tag_id": lambda said: _names(Tag.objects.in_bulk()),
    "price_level": lambda said: _price_levels(),
}


def who(pks) -> dict[int, Employee]:
    return {each.pk: each for pk in pks for each in _called(pk)}


@prepared
def _called(pk):
    return Employee.objects.filter(pk=pk).only(*NAMES)


class _Named(dict):
    """The names of a kind, once one is spoken of: most changes speak of none."""

    def __init__(self, said):
        super().__init__()
        self.said = said

    def __missing__(self, name):
        self[name] = NAMED[name](self.said)
        return self[name]


class Words:
    """The names that a page of the history needs, fetched at once."""

    def __init__(self, said: list[dict]):
        """`said` are the rows that are going to be spoken of."""
        self.said, self.named = said, _Named(said)

    @cached_property
    def own(self):
        return {each.code: each for each in OwnField.objects.of(Client)}

    @cached_property
    def people(self):
        """Also of those who are gone: the last that was known of them."""
        people = {row["person_id"] for row in self.said if row.get("person_id")}
        known = PERSON.events.filter(pgh_obj_id__in=people).order_by("pgh_id")
        return dict(known.values_list("pgh_obj_id", "name")) if people else {}

    def label(self, source, name, row):
        label = _label(source.model, _bare(name))
        return self._of(row["name"], label) if source is PERSON else label

    def item_label(self, source, row):
        return self._of(self.people.get(row.get("person_id")), _of_item(source.code))

    def of_whole(self, source, row):
        """What a row is called of which no field is spoken of by itself."""
        return row["name"] if source is PERSON else capfirst(str(source.model._meta.verbose_name))

    def own_label(self, code):
        return self.own[code].label if code in self.own else code

    def own_value(self, code, value):
        return own_fields.words(self.own[code], value) if code in self.own else str(value)

    def value(self, source, name, value) -> str:
        if value in (None, ""):
            return ""
        if name == "price_level":
            return str(self.named[name].get(value, _("Ordinary prices")))
        if name in NAMED:
            return str(self.named[name].get(value, value))
        field = source.model._meta.get_field(name)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(field, models.BooleanField):
            return pgettext("answer", "Yes") if value else pgettext("answer", "No")
        if isinstance(field, models.DateField):
            return cells.day(parse_date(value))
        if isinstance(field, models.DecimalField):
            return cells.decimal(Decimal(str(value)))
        return str(value)

    def item(self, source, row) -> str:
        return ITEMS[source.code](self, row)

    def _of(self, name, label):
        return _("%(person)s: %(what)s") % {"person": name, "what": label} if name else label

    def phone(self, row):
        return phones.show(row["e164"], row["extension"])

    def email(self, row):
        return row["email"]

    def messenger(self, row):
        return f"{Messenger.Service(row['service']).label}: {row['handle']}"

    def address(self, row):
        if row["use"] == Address.Use.DELIVERY:
            return row["address"]
        return f"{Address.Use(row['use']).label}: {row['address']}"

    def tag(self, row):
        return str(self.named["tag_id"].get(row["tag_id"], ""))

    def target(self, row):
        return f"{row['year']}: {cells.rubles(Decimal(str(row['amount'])))}"


ITEMS = {
    "phone": Words.phone,
    "email": Words.email,
    "messengers": Words.messenger,
    "address": Words.address,
    "tags": Words.tag,
    "target": Words.target,
}


def _of_item(code):
    return {
        "phone": _("Phone"),
        "email": _("E-mail"),
        "messengers": _("Messenger"),
        "address": _("Address"),
        "tags": pgettext("of a client", "Tag"),
        "target": _("Target"),
    }[code]


def _label(model, name):
    if (model, name) == (PERSON.model, "name"):
        return pgettext("contact person", "Name")
    label = capfirst(str(model._meta.get_field(name).verbose_name))
    return _("The card is: %(part)s") % {"part": label.lower()} if name in PARTS else label


def _bare(name):
    return name.removesuffix("_id")


def _names(found):
    return {pk: getattr(row, "short_name", None) or row.name for pk, row in found.items()}


def _price_levels():
    return {level.code: level.name for level in registry.dictionaries[PRICE_LEVELS].entries()}
