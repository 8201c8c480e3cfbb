"""Which column says what: by its name, as it was said the last time of such a file."""

import hashlib
import json

from clients.models import ColumnMapping
from clients.search import fold


def suggested(kind, headings, fields) -> list[str]:
    """A code of ImportField for each column, "" where none fits."""
    known = {each.code for each in fields}
    remembered = ColumnMapping.objects.filter(kind=kind.code, headings=_digest(headings)).first()
    if remembered:
        return [code if code in known else "" for code in remembered.columns]
    return _by_name(headings, fields)


def remember(kind, headings, columns):
    ColumnMapping.objects.update_or_create(
        kind=kind.code, headings=_digest(headings), defaults={"columns": columns}
    )


def _by_name(headings, fields):
    """Each field once, the best name first; one that may come in several columns, in each."""
    taken, columns = set(), []
    for heading in headings:
        name = fold(heading)
        fitting = [each for each in fields if each.several or each.code not in taken]
        found = next((each for each in fitting if name in names_of(each)), None) or next(
            (each for each in fitting if each.several and _begins(name, each)), None
        )
        columns.append(found.code if found else "")
        taken.add(columns[-1])
    return columns


def names_of(field) -> set[str]:
    return {fold(str(field.label)), fold(field.code), *map(fold, field.words)} - {""}


def _begins(name, field):
    """«Phone 2», «Mobile phone of the wife»."""
    words = name.split()
    return bool(words) and any(word in words for word in names_of(field) if " " not in word)


def _digest(headings):
    written = json.dumps([fold(heading) for heading in headings], ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
