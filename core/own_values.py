"""One UPDATE that gives each row a value of its own."""

import json

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast


class _ByKey(Func):
    """A value from a mapping by key, as text: one parameter, however many rows there are."""

    template = "(%(expressions)s)"
    arg_joiner = "::jsonb ->> "
    output_field = TextField()


def write_own(rows, *names):
    """Write these fields of the rows as they stand in memory."""
    if rows:
        manager = type(rows[0])._base_manager
        manager.filter(pk__in=[row.pk for row in rows]).update(**own_values(rows, names))


def own_values(rows, names) -> dict:
    """For `update()` over exactly these rows."""
    return {name: _own_value(rows, type(rows[0])._meta.get_field(name)) for name in names}


def _own_value(rows, field):
    values = {row.pk: getattr(row, field.attname) for row in rows}
    if len(set(values.values())) == 1:
        return next(iter(values.values()))
    said = {pk: None if value is None else str(value) for pk, value in values.items()}
    text = Value(json.dumps(said), output_field=TextField())
    found = _ByKey(text, Cast(F(rows[0]._meta.pk.name), TextField()))
    return Cast(found, output_field=getattr(field, "target_field", field))
