"""Rows by COPY: what is not said of a row is as its model would have it."""

import contextlib
import json
from io import StringIO
from itertools import count

from django.db import connection
from django.db.models.expressions import DatabaseDefault

NULL = r"\N"


def plain(value) -> str:
    """As COPY reads it."""
    if value is None:
        return NULL
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    text = str(value)
    if "\\" in text or "\t" in text or "\n" in text:
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
    return text


def usual(field, blank):
    """What the column holds where nothing is said, also where the database says it."""
    value = getattr(blank, field.attname)
    return field.db_default if isinstance(value, DatabaseDefault) else value


class Table:
    """`given` are the columns of which `add` is told, after the key that is counted here."""

    def __init__(self, model, *given):
        self.name, self.key = model._meta.db_table, model._meta.pk.column
        ids = count(1)
        self.new_id = lambda: next(ids)
        columns = [field for field in model._meta.concrete_fields if not field.generated]
        others = [field for field in columns if field.attname not in {self.key, *given}]
        blank = model()
        self.columns = [self.key, *given, *(field.column for field in others)]
        self.rest = "".join(f"\t{plain(usual(field, blank))}" for field in others) + "\n"
        self.rows = []

    def add(self, pk, *values):
        """Of strings and numbers; several values in one string are parted by tabs."""
        known = [NULL if value is None else str(value) for value in values]
        self.rows.append("\t".join([str(pk), *known]) + self.rest)

    def write(self, cursor):
        columns = ", ".join(f'"{name}"' for name in self.columns)
        cursor.copy_expert(f"COPY {self.name} ({columns}) FROM STDIN", StringIO("".join(self.rows)))
        self.rows.clear()


@contextlib.contextmanager
def bare(tables):
    """Without triggers and secondary indexes while rows are written; sequences go on after them."""
    names = [table.name for table in tables]
    with connection.cursor() as cursor:
        quiet(cursor, names)
        indexes = secondary_indexes(cursor, names)
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield cursor
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for _name, definition in indexes:
            cursor.execute(definition)
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', '{table.key}'),"
                f' greatest(1, (SELECT max({table.key}) FROM "{table.name}")))'
            )


def quiet(cursor, names):
    """Foreign keys are believed too, where this role may say so."""
    cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
    if cursor.fetchone()[0]:
        cursor.execute("SET LOCAL session_replication_role = replica")
    for name in names:
        cursor.execute(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')


def secondary_indexes(cursor, names):
    cursor.execute(
        """
        SELECT index.relname, pg_get_indexdef(index.oid)
        FROM pg_index JOIN pg_class index ON index.oid = indexrelid
        JOIN pg_class held ON held.oid = indrelid
        WHERE held.relname = ANY(%s) AND NOT indisunique
        """,
        [names],
    )
    return cursor.fetchall()
