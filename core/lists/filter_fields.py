"""The fields of a list's filters as drawn before: drawing them costs more than all of its rows."""

import hashlib

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

KEPT_SECONDS = 3600


def drawn(code: str, form) -> SafeString:
    """Named by all that decides how the fields look, so that what is kept is never out of date."""
    facts = (code, get_language(), list(form.fields), _typed(form), _choices(form))
    key = f"filters:{hashlib.sha256(repr(facts).encode()).hexdigest()}"
    html = cache.get(key)
    if html is None:
        html = render_to_string("core/_filter_fields.html", {"form": form})
        cache.set(key, html, KEPT_SECONDS)
    return html


def _typed(form):
    names = {form.add_prefix(name) for name in form.fields}
    return [(name, form.data.getlist(name)) for name in sorted(names) if form.data.get(name)]


def _choices(form):
    """The rows of the database that may be chosen from, fetched once for this page."""
    chosen_from = [field for field in form.fields.values() if hasattr(field, "queryset")]
    for field in chosen_from:
        field.widget.choices = _listed(field)
    return [
        [(str(value), str(label)) for value, label in field.widget.choices] for field in chosen_from
    ]


def _listed(field):
    """In one statement: the field's own iterator opens a cursor, which takes four."""
    empty = [] if field.empty_label is None else [("", field.empty_label)]
    if getattr(field, "null_label", None) is not None:
        empty.append((field.null_value, field.null_label))
    return empty + [field.choices.choice(row) for row in field.queryset.all()]
