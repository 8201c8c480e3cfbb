"""Addresses of rows. A page names hundreds, and `reverse` looks through its patterns for each."""

from functools import cache

from django.urls import reverse


@cache
def _around(url_name) -> list[str]:
    return reverse(url_name, args=[0]).rsplit("0", 1)


def of_row(url_name: str, pk: int) -> str:
    """Of an address whose only part that changes is the id of a row."""
    return str(pk).join(_around(url_name))
