"""What a template would repeat for hundreds of cells is put together here."""

from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import cells


def drawn(list_) -> list[dict]:
    select = _("Select %(row)s")
    columns = list_.drawn_columns()
    attributes = [_attributes(column, is_first=column is columns[0]) for column in columns]
    lodgers = {column.within: column for column in list_.shown_columns if column.within}
    body = []
    for row in list_.page.rows:
        url = list_.link(list_.row_url(row))
        shown = [_shown(row, column, lodgers.get(column.code)) for column in columns]
        shown[0] = cells.linked(url, shown[0])
        body.append(
            {
                "pk": row.pk,
                "url": url,
                "row": row,
                "select": select % {"row": row},
                "cells": cells.joined(zip(attributes, shown, strict=True)),
            }
        )
    return body


def _shown(row, column, lodger):
    own = cells.shown(row, column, column.of(row))
    other = cells.shown(row, lodger, lodger.of(row)) if lodger else ""
    return format_html("{} {}", own, other) if other else own


def _attributes(column, *, is_first):
    """The same for the cells of all rows, so written once."""
    classes = {
        "first": is_first,
        "numeric": column.numeric,
        "whole": column.kind == "phone",
        "short": column.kind in {"short", "moment"},
        "one-line": column.kind == "name",
        "state-cell": column.kind == "status",
        "plain": column.kind == "status" or column.on_phone == "plain",
        "not-on-phone": column.on_phone == "hidden",
    }
    named = " ".join(name for name, has in classes.items() if has)
    return flatatt({**({"class": named} if named else {}), "data-label": column.label})
