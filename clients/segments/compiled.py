"""A tree of conditions as one query: whatever is asked for, the database is asked once."""

from django.db.models import BooleanField, ExpressionWrapper, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from clients.attributes import attributes
from clients.models import Client
from clients.segments.terms import TermForm
from clients.segments.tree import OR, Group


def matching(tree: Group, known=None):
    """The clients that the tree describes; suppliers and partners that buy nothing are left out.

    ValidationError while a condition is unfinished or asks for what is not known any more.
    """
    known = attributes() if known is None else known
    wanted = _where(tree, known)
    clients = Client.objects.filter(is_client=True)
    for code in dict.fromkeys(each.attribute for each in tree.conditions()):
        clients = known[code].read(clients)
    return clients.filter(wanted)


def _where(part, known) -> Q:
    asked = _group(part, known) if isinstance(part, Group) else _condition(part, known)
    return _not(asked) if part.is_not else asked


def _group(group, known) -> Q:
    joined = Q()
    for part in group.parts:
        asked = _where(part, known)
        joined = joined | asked if group.join == OR else joined & asked
    return joined


def _condition(condition, known) -> Q:
    form = TermForm(condition, known)
    values = form.values()
    return form.operator.where(known[condition.attribute], values)


def _not(asked: Q) -> Q:
    """Of two values the other: what the database does not know of a client does not hold."""
    holds = Coalesce(ExpressionWrapper(asked, BooleanField()), Value(False))
    return Q(Exact(holds, False))
