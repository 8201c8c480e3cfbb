"""What the cases look for, in this database: the same kind of row whatever its size."""

from dataclasses import dataclass
from datetime import date

import psycopg2


@dataclass(frozen=True)
class Facts:
    office: int  # of the manager who measures
    order: int  # ready, with papers, money and a call to make
    number: str  # of an order in the middle of the archive
    client: int  # with a dozen orders, more than the card shows
    long_client: int  # of 10,000 events
    short_client: int  # of ten
    tail: str  # four last digits of somebody's phone
    source: int
    deal: int  # open, of the office of the manager who measures
    process: int  # that the deals of the archive go by
    today: date
    view: str  # what the manager has kept of the list of clients


QUERIES = {
    "office": "SELECT office_id FROM company_employee WHERE username = 'manager'",
    "order": """
        SELECT id FROM orders_workorder
        WHERE status = 'ready'
          AND office_id = (SELECT office_id FROM company_employee WHERE username = 'manager')
        ORDER BY created_at DESC LIMIT 1
    """,
    "number": """
        SELECT year || '-' || lpad(seq::text, 6, '0') FROM orders_workorder
        WHERE status = 'archived'
          AND office_id = (SELECT office_id FROM company_employee WHERE username = 'manager')
          AND id >= (SELECT max(id) / 2 FROM orders_workorder)
        ORDER BY id LIMIT 1
    """,
    "client": """
        SELECT client_id FROM orders_workorder
        WHERE client_id >= (SELECT max(id) / 20 FROM clients_client)
        GROUP BY client_id HAVING count(*) BETWEEN 9 AND 14
        ORDER BY abs(count(*) - 12), client_id LIMIT 1
    """,
    "long_client": "SELECT id FROM clients_client WHERE name = 'Долгая История'",
    "short_client": "SELECT id FROM clients_client WHERE name = 'Короткая История'",
    "tail": """
        SELECT right(e164, 4) FROM clients_clientphone
        WHERE client_id = (SELECT max(id) / 2 FROM clients_client) LIMIT 1
    """,
    "deal": """
        SELECT id FROM sales_deal
        WHERE status = 'open'
          AND office_id = (SELECT office_id FROM company_employee WHERE username = 'manager')
        ORDER BY created_at DESC LIMIT 1
    """,
    "today": "SELECT current_date",
    "process": "SELECT process_id FROM sales_deal LIMIT 1",
    "source": "SELECT min(id) FROM clients_adsource",
    "view": "SELECT query FROM core_savedview WHERE list_code = 'clients'",
}


def facts(url: str) -> Facts:
    return Facts(**{name: one(url, query) for name, query in QUERIES.items()})


def one(url, query):
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        found = cursor.fetchone()
    if not found:
        raise LookupError(f"No row: {query}")
    return found[0]
