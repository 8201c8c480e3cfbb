from django.db import transaction

from company.models import Counter


def take_number(series: str, year: int) -> int:
    """The next number of the series, without gaps.

    The counter's row stays locked until the caller's transaction ends, so a rolled back order
    gives its number back; take it last (order → invoice → counter).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction that uses it")
    Counter.objects.bulk_create([Counter(series=series, year=year)], ignore_conflicts=True)
    counter = Counter.objects.select_for_update().get(series=series, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last
