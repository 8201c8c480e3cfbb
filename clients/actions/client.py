from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from clients.actions.reach import write_phones, write_reach
from clients.models import Client
from core import clock
from core.errors import Refused, Stale
from core.fields import plain

TERMS_RIGHT = "clients.set_terms_client"
COMPARED = (
    "name",
    "kind",
    "sector",
    "ad_source",
    "email",
    "address",
    "region",
    "group",
    "responsible",
    "price_level",
    "note",
    "likes",
    "avoids",
    "aim",
    "strategy",
)


@transaction.atomic
def add(*, by, name, phone_text, ad_source=None, kind=Client.Kind.PERSON, **fields) -> Client:
    """Register a client with name, phone and ad source; the number is kept as E.164."""
    if not by.has_perm("clients.add_client"):
        raise PermissionDenied
    fields.setdefault("responsible", by)
    client = Client.objects.create(
        name=_name(name),
        kind=kind,
        ad_source=ad_source,
        created_at=clock.now(),
        created_by=by,
        **fields,
    )
    write_phones(client, phone_text)
    return client


@transaction.atomic
def change(client, *, by, version, phone_text=None, tags=None, reach=None, **fields) -> Client:
    """Refused, with what changed, if somebody saved the client after `version` was read.

    The phones, `tags` and `reach` ({"emails", "messengers", "addresses"}: see write_reach) stay as
    they are where they are not given.
    """
    if not by.has_perm("clients.change_client"):
        raise PermissionDenied
    if "name" in fields:
        fields["name"] = _name(fields["name"])
    _refuse_better_terms(client, fields, by=by)
    rows = Client.objects.filter(pk=client.pk, version=version)
    if not rows.update(version=F("version") + 1, **fields):
        raise stale(client, version, by=by)
    client.refresh_from_db()
    if phone_text is not None:
        write_phones(client, phone_text)
    if reach is not None:
        write_reach(client, **reach)
    if tags is not None:
        client.tags.set(tags)
    return client


def _refuse_better_terms(client, fields, *, by):
    if {"price_level", "discount_percent"} & fields.keys():
        _refuse_terms(client, fields.get("discount_percent", client.discount_percent), by=by)
    if fields.get("group", client.group) != client.group:
        refuse_group(fields["group"], by=by)


def _refuse_terms(client, discount_percent, *, by):
    if not by.has_perm(TERMS_RIGHT):
        raise PermissionDenied
    changed = discount_percent != client.discount_percent
    if changed and discount_percent > by.role.discount_limit:
        raise Refused(
            _("Your discount limit is %(limit)s %%. Ask a director for more.")
            % {"limit": f"{by.role.discount_limit.normalize():f}".replace(".", ",")}
        )


def refuse_group(group, *, by):
    """Whoever is put into a group that pays later pays later too: that is agreed on."""
    if group and group.deferral_days and not by.has_perm(TERMS_RIGHT):
        raise Refused(
            _("The group “%(group)s” has a deferral of payment: a director puts clients into it.")
            % {"group": group.name}
        )


def _name(text):
    name = " ".join(plain(text).split())
    if not name:
        raise Refused(_("Give the client a name."))
    return name


def stale(client, version, *, by) -> Stale:
    return Stale(
        _("Somebody else has changed this client meanwhile. What you typed is still here."),
        changes=what_changed(client, version, by=by),
    )


def what_changed(client, version, *, by) -> list[str]:
    """Sentences on what differs from what `version` of the client said, as far as it is shown to
    the person."""
    related = ("ad_source", "region", "responsible", "group")
    now = Client.objects.select_related(*related).get(pk=client.pk)
    then = now.events.filter(version__lte=version).order_by("pgh_id").last()
    changed = [
        _("%(field)s: now “%(value)s”.")
        % {"field": capfirst(_label(name)), "value": _shown(now, name)}
        for name in COMPARED
        if then and by.sees_field(name) and _raw(then, name) != _raw(now, name)
    ]
    if not by.sees_field("phone"):
        return changed
    numbers = ", ".join(str(phone) for phone in now.phones.filter(person=None))
    return [*changed, _("Phones: now “%(phones)s”.") % {"phones": numbers}]


def _label(name):
    return Client._meta.get_field(name).verbose_name


def _raw(row, name):
    return getattr(row, Client._meta.get_field(name).attname)


def _shown(client, name):
    display = getattr(client, f"get_{name}_display", None)
    return display() if display else getattr(client, name) or ""
