"""Every row that says something of a client: what hangs on the card by a registered foreign key,
what hangs on that, and what names any of it as its owner or subject."""

from django.db.models import CASCADE

from clients.merging.moving import naming
from clients.models import Client
from core import registry

# They have no life of their own on a card: figures, and what is everybody's.
PASSED_OVER = {"clients.ClientSummary", "clients.DuplicateGroup"}


def reached(client) -> dict[type, set]:
    """{model: primary keys}; the card itself is not among them."""
    found: dict[type, set] = {}
    ahead = [(Client, {client.pk})]
    for entry in registry.hangs_on_client:
        rows = entry.model._base_manager.filter(**{entry.field: client})
        _take(found, ahead, entry.model, rows)
    while ahead:
        model, pks = ahead.pop()
        for child, field in _children(model):
            _take(found, ahead, child, child._base_manager.filter(**{f"{field}__in": pks}))
        for child, kind, number in naming():
            named = {kind: model._meta.label_lower, f"{number}__in": pks}
            _take(found, ahead, child, child._base_manager.filter(**named))
    return found


def reachable() -> set[type]:
    """Every model that may be reached, whether or not there are rows."""
    found, ahead = set(), [Client, *(entry.model for entry in registry.hangs_on_client)]
    while ahead:
        model = ahead.pop()
        if model in found or model._meta.label in PASSED_OVER:
            continue
        found.add(model)
        ahead += [child for child, _field in _children(model)]
        if model._meta.label_lower in registry.owners:
            ahead += [child for child, _kind, _number in naming()]
    return found - {Client}


def _take(found, ahead, model, rows):
    if model._meta.label in PASSED_OVER:
        return
    fresh = set(rows.values_list("pk", flat=True)) - found.get(model, set())
    if fresh:
        found.setdefault(model, set()).update(fresh)
        ahead.append((model, fresh))


def _children(model):
    """What would go with a row of the model; of the card it is all registered."""
    if model is Client:
        return
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            child = relation.related_model
            is_ours = not child._meta.auto_created and not hasattr(child, "pgh_tracked_model")
            if relation.on_delete is CASCADE and is_ours:
                yield child, relation.field.name
