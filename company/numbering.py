from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from company.models import Counter

_entering_history: ContextVar[bool] = ContextVar("entering_history", default=False)


def take_number(series: str, year: int) -> int:
    """The next number of the series, without gaps.

    The counter's row stays locked until the caller's transaction ends, so a rolled back order
    gives its number back; take it last (order → invoice → counter).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction that uses it")
    if _entering_history.get():
        series = _reserve_of(series)
    Counter.objects.bulk_create([Counter(series=series, year=year)], ignore_conflicts=True)
    counter = Counter.objects.select_for_update().get(series=series, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def reserve(series: str, year: int, count: int):
    """Leave the first `count` numbers of an unused series for history that is entered later."""
    Counter.objects.bulk_create(
        [Counter(series=series, year=year, last=count)], ignore_conflicts=True
    )


@contextmanager
def entering_history():
    """Inside, numbers come from what `reserve` left, below the running ones."""
    token = _entering_history.set(True)
    try:
        yield
    finally:
        _entering_history.reset(token)


def _reserve_of(series):
    return f"{series}, reserve"
