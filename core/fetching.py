"""What is left in the database where a row is only named."""

from functools import cache


@cache
def besides(path: str, model, *shown: str) -> tuple[str, ...]:
    """For `defer`: every field of the related `model` but its key and these.

    A query is built and read column by column: a page that names five people on every row spends
    more time on what it does not show than on what it does.
    """
    fields = model._meta.concrete_fields
    return tuple(
        f"{path}__{field.name}"
        for field in fields
        if not field.primary_key and field.name not in shown
    )
