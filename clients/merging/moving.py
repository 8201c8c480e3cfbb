"""How what hangs on one client comes to another one, so that it can be taken back."""

from django.apps import apps
from django.db.models import UniqueConstraint
from django.utils.text import capfirst

from clients.models import Client, ClientPhone, DuplicatePair
from core import changesets, registry

# Rows that name any row by its type and number, as documents and tasks do.
NAMED_BY = (("owner_type", "owner_id"), ("subject_type", "subject_id"))


def move_all(changeset, gone, survivor):
    for entry in registry.hangs_on_client:
        (entry.move or follow)(changeset, entry, gone, survivor)
    for model, kind, number in naming():
        rows = _named(model, kind, number, gone)
        _drop_twins(changeset, rows, _named(model, kind, number, survivor), number)
        changesets.update(changeset, rows, **{number: survivor.pk})


def move_person(changeset, gone, survivor):
    """What hangs on a contact person; rows that name the client too go over to the survivor's. Of
    the numbers the survivor's main one stays the main one."""
    for entry in registry.hangs_on_person:
        rows, kept = _hanging(entry, gone), _hanging(entry, survivor)
        names = {field.name for field in entry.model._meta.fields}
        if "client" in names:
            changesets.update(changeset, rows, client=survivor.client)
        if "is_main" in names and kept.filter(is_main=True).exists():
            changesets.update(changeset, rows, is_main=False)
        _drop_twins(changeset, rows, kept, entry.field)
        changesets.update(changeset, rows, **{entry.field: survivor})


def counted(client) -> list[tuple[str, int]]:
    """(what, how many) of all that would follow, where there is any."""
    found = {}
    for entry in registry.hangs_on_client:
        if entry.label is not None:
            label = str(entry.label or capfirst(entry.model._meta.verbose_name))
            found[label] = found.get(label, 0) + _hanging(entry, client).count()
    for model, kind, number in naming():
        label = str(capfirst(model._meta.verbose_name))
        found[label] = found.get(label, 0) + _named(model, kind, number, client).count()
    return [(label, count) for label, count in found.items() if count]


def follow(changeset, entry, gone, survivor):
    """The rows say the survivor; of what the survivor has already, its own stays."""
    rows = _hanging(entry, gone)
    _drop_twins(changeset, rows, _hanging(entry, survivor), entry.field)
    changesets.update(changeset, rows, **{entry.field: survivor})


def copy_reach(changeset, entry, gone, survivor):
    """A form writes these anew whenever a card is saved, so a copy of each goes over: undone, the
    card that was gone has its own again, whatever became of the copies."""
    rows = _hanging(entry, gone)
    if any(field.name == "person" for field in entry.model._meta.fields):
        changesets.update(changeset, rows.exclude(person=None), **{entry.field: survivor})
        rows = rows.filter(person=None)
    of_gone = list(rows.order_by("pk"))
    known = _keys(_hanging(entry, survivor), rest := _rest(entry))
    changesets.delete(changeset, rows)
    copies = [_copy(row, survivor) for row in of_gone if _key(row, rest) not in known]
    entry.model._base_manager.bulk_create(copies)
    changesets.created(changeset, copies)


def move_pairs(changeset, entry, gone, survivor):
    """What looked like the card that is gone, or is known not to be it, now does so of the one that
    stays."""
    rows = _hanging(entry, gone)
    old = list(rows)
    changesets.delete(changeset, rows)
    for pair in old:
        other = pair.second_id if entry.field == "first" else pair.first_id
        first, second = sorted((other, survivor.pk))
        known = DuplicatePair.objects.filter(first=first, second=second)
        if first != second and not known.exists():
            pair.pk, pair.first_id, pair.second_id = None, first, second
            pair.save(force_insert=True)
            changesets.created(changeset, [pair])


def stay(changeset, entry, gone, survivor):
    """What the database makes and takes away together with the card."""


def take_home(client):
    """After an undoing: what was written anew of its people meanwhile is of this client again."""
    for name in ("phones", "emails", "messengers"):
        model = Client._meta.get_field(name).related_model
        model.objects.filter(person__client=client).exclude(client=client).update(client=client)


def _copy(row, survivor):
    row.pk, row.client = None, survivor
    row._state.adding = True
    if isinstance(row, ClientPhone):
        row.is_main = False
    return row


def _rest(entry):
    """What makes such a row one and the same besides whose it is."""
    for constraint in entry.model._meta.constraints:
        fields = getattr(constraint, "fields", ())
        is_plain = isinstance(constraint, UniqueConstraint) and not constraint.condition
        if is_plain and entry.field in fields:
            return [name for name in fields if name not in (entry.field, "person")]
    raise TypeError(f"{entry.model.__name__} is not unique per client")


def _key(row, names):
    return tuple(getattr(row, row._meta.get_field(name).attname) for name in names)


def _keys(rows, names):
    own = rows.filter(person=None) if hasattr(rows.model, "person_id") else rows
    return {_key(row, names) for row in own}


def _hanging(entry, client):
    return entry.model._base_manager.filter(**{entry.field: client})


def _drop_twins(changeset, rows, kept, field):
    """Rows that would stand twice under one of the model's unconditional constraints."""
    for names in _unique_with(rows.model, field):
        rest = [name for name in names if name != field]
        known = set(kept.values_list(*rest))
        twins = [pk for pk, *said in rows.values_list("pk", *rest) if tuple(said) in known]
        if twins:
            changesets.delete(changeset, rows.filter(pk__in=twins))


def _unique_with(model, field):
    constraints = [constraint.fields for constraint in model._meta.total_unique_constraints]
    together = [*constraints, *model._meta.unique_together]
    return [names for names in together if field in names and len(names) > 1]


def naming():
    """(model, column of the type, column of the number) of all that name any row by these."""
    for model in apps.get_models():
        names = {field.name for field in model._meta.fields}
        for kind, number in NAMED_BY:
            if {kind, number} <= names and not hasattr(model, "pgh_tracked_model"):
                yield model, kind, number


def _named(model, kind, number, client):
    label = Client._meta.label_lower
    return model._base_manager.filter(**{kind: label, number: client.pk})
