"""Facts that are asked for all the time and hardly ever change: the firm, its robot, its rates.

A page asks the database each time. Who writes months of history in one go keeps the answers for as
long as that takes.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

_kept: ContextVar[dict | None] = ContextVar("kept", default=None)


def standing(find):
    """`find` answers from memory inside `kept()`, by its arguments; elsewhere it asks anew."""

    @wraps(find)
    def answer(*given):
        known = _kept.get()
        if known is None:
            return find(*given)
        name = (find, *given)
        if name not in known:
            known[name] = find(*given)
        return known[name]

    return answer


@contextmanager
def kept():
    """Nothing that is `standing` may be changed inside. Within another it is a part of that."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)
