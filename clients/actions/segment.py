from contextlib import suppress

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import ProtectedError, Value
from django.utils.translation import gettext as _

from clients.attributes import attributes
from clients.models import Client, Segment, SegmentMember
from clients.segments import from_json, matching
from core import clock
from core.errors import Refused
from core.prepared import prepared

MAKE, CHANGE_ALL = "clients.add_segment", "clients.change_segment"


def may_change(segment, user) -> bool:
    if segment.owner_id == user.pk:
        return user.has_perm(MAKE)
    return segment.is_shared and user.has_perm(CHANGE_ALL)


@transaction.atomic
def keep_segment(segment, *, by, name, tree, is_shared=False, is_frozen=False) -> Segment:
    """A new segment or a changed one. Frozen, it keeps the clients of this moment; one that is
    frozen and stays so keeps those of then, unless its conditions are others now."""
    if segment.pk is None and not by.has_perm(MAKE):
        raise PermissionDenied
    if segment.pk is not None and not may_change(segment, by):
        raise PermissionDenied
    known = attributes(by)
    clients = _found(tree, known) if tree.parts or not (segment.pk and is_frozen) else None
    stays = segment.pk and segment.is_frozen and is_frozen
    anew = clients is not None and not (stays and segment.conditions == tree.as_json())
    segment.name, segment.is_shared, segment.is_frozen = name, is_shared, is_frozen
    segment.conditions = tree.as_json() if tree.parts else {}
    used = (known[each.attribute].right for each in tree.conditions())
    segment.rights = sorted({right for right in used if right})
    segment.counted_at = clock.now()
    if segment.pk is None:
        segment.owner = by
    segment.save()
    if anew and is_frozen:
        _freeze(segment, clients)
    elif not is_frozen:
        segment.members.all().delete()
    return recount_segment(segment)


def _found(tree, known):
    if not any(True for _condition in tree.conditions()):
        raise Refused(_("Name at least one condition."))
    try:
        return matching(tree, known)
    except ValidationError as fault:
        raise Refused(
            _("A condition is not filled in yet. %(fault)s") % {"fault": " ".join(fault.messages)}
        ) from fault


def _freeze(segment, clients):
    """By one statement: members may be a whole base."""
    segment.members.all().delete()
    found, arguments = clients.order_by().values("pk").query.sql_with_params()
    table = connection.ops.quote_name(SegmentMember._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (segment_id, client_id) SELECT %s, found.* FROM ({found}) found",
            [segment.pk, *arguments],
        )


def clients_of(segment, known=None):
    """Whoever is in it now. Refused, in words, while its conditions cannot be asked any more.
    Who asks for several segments reads what is `known` of clients once."""
    if segment.is_frozen:
        return Client.objects.filter(frozen_in__segment=segment, is_client=True)
    try:
        return matching(from_json(segment.conditions), known)
    except (ValidationError, KeyError) as fault:
        raise Refused(
            _("The segment “%(segment)s” asks for what is not known any more: mend its conditions.")
            % {"segment": segment}
        ) from fault


def segments_of(client, user) -> list[Segment]:
    """Those the client is in now, of all that `user` sees, in one query; one that cannot be asked
    any more is left out."""
    seen = _seen(user)
    known, asked = attributes() if seen else {}, []
    for segment in seen:
        with suppress(Refused):
            inside = clients_of(segment, known).filter(pk=client.pk).order_by()
            asked.append(inside.annotate(found=Value(segment.pk)).values_list("found", flat=True))
    found = set(asked[0].union(*asked[1:], all=True)) if asked else set()
    return [segment for segment in seen if segment.pk in found]


@prepared
def _seen(user):
    return Segment.objects.visible_to(user).order_by("folded_name")


def recount_segment(segment) -> Segment:
    segment.clients_count = clients_of(segment).count()
    segment.counted_at = clock.now()
    segment.save(update_fields=["clients_count", "counted_at"])
    return segment


@transaction.atomic
def remove_segment(segment, *, by):
    if not may_change(segment, by):
        raise PermissionDenied
    try:
        segment.delete()
    except ProtectedError as fault:
        held = ", ".join(str(each) for each in fault.protected_objects)
        raise Refused(
            _("The segment is used and cannot be removed: %(by)s.") % {"by": held}
        ) from fault
