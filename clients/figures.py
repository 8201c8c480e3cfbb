"""The figures of one client, as its page shows them: whatever the apps above contribute."""

from clients.models import RelationRules
from clients.relation import state_of
from core import cells, clock, registry


def _named(figure):
    return f"figure_{figure.code}"


def _read_by(user):
    return [
        each for each in registry.permitted(registry.figures, user) if user.sees_field(each.code)
    ]


def read(clients, user):
    """The clients with what has to be computed; stored figures come with their row."""
    computed = {
        _named(figure): figure.expression() for figure in _read_by(user) if figure.expression
    }
    return clients.select_related("summary").annotate(**computed)


def of(client, user) -> list[tuple[str, str]]:
    """(label, words) of every figure that says something and that `user` may see."""
    said = []
    for figure in _read_by(user):
        value = getattr(client, _named(figure)) if figure.expression else _stored(client, figure)
        if value:
            said.append((figure.label, cells.written(figure.kind, value)))
    return said


def has_debt(client, user) -> bool:
    """For whoever may see what is owed."""
    is_read = any(each.code == "debt_sum" for each in _read_by(user))
    return is_read and client.summary.debt_sum > 0


def relation(client):
    return state_of(client.summary, RelationRules.objects.on(clock.today()))


def _stored(client, figure):
    value = client
    for name in figure.path.split("__"):
        value = getattr(value, name)
    return value
