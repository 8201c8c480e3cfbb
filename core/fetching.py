"""What is left in the database where a row is only named; many keys asked for at once."""

from functools import cache

from django.db.models import BooleanField, Func


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


class AnyOf(Func):
    """A column and an array of keys, given or asked for: unlike `in` with a query it takes an index
    beside an `or`, and thousands of keys are one parameter."""

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = BooleanField()
