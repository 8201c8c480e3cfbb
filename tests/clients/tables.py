"""Where words stand, in the whole database."""

from django.db import connection


def tables_with(words) -> dict[str, set[str]]:
    """{table: columns} of the whole database in which the words stand."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found[table] = _columns_with(cursor, table, words)
    return found


def _columns_with(cursor, table, words):
    columns = connection.introspection.get_table_description(cursor, table)
    holding = set()
    for column in columns:
        asked = f'SELECT count(*) FROM "{table}" WHERE "{column.name}"::text ILIKE %s'
        cursor.execute(asked, [f"%{words}%"])
        if cursor.fetchone()[0]:
            holding.add(column.name)
    return holding
