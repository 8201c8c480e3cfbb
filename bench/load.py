"""Fills an empty database with a firm, its price list and a big archive: always the same one.

DATABASE_URL=… python -m bench.load 10000
"""

import os
import sys
import time

from django.db import connection, transaction

CHUNK = 10_000
BASKETS = 300
MOST_CLIENTS = 200_000
WITH_PAPERS = 60


def main(size: int):
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("setup_firm", demo_people=True)
    begun = time.perf_counter()
    fill(size, say=print)
    print(f"{size} orders in {time.perf_counter() - begun:.0f} s")


def fill(size: int, say=lambda text: None):
    from bench.wares import baskets
    from clients.models import AdSource
    from core import clock
    from crm.demo import names, price_list

    price_list.load(clock.today())
    for place, (name, _weight) in enumerate(names.AD_SOURCES, start=1):
        AdSource.objects.get_or_create(name=name, defaults={"ordering": place * 10})
    choice = baskets(min(BASKETS, size // 4))
    with transaction.atomic():
        _copy(size, choice, say)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    _issue_papers()


def _copy(size, choice, say):
    from bench import stories
    from bench.clients import ClientRows
    from bench.copying import bare
    from bench.deals import DealRows
    from bench.orders import OrderRows
    from bench.talks import TalkRows

    clients = ClientRows(min(size // 5, MOST_CLIENTS))
    orders = OrderRows(size, clients.size, choice)
    talks = TalkRows(size, clients.size, orders.calls)
    deals = DealRows(size // 2, clients.size)
    written = ((clients, clients.size), (orders, size), (talks, size), (deals, deals.size))
    with bare([*clients.tables(), *orders.tables(), *deals.tables()]) as cursor:
        for rows, count in written:
            for first in range(0, count, CHUNK):
                for number in range(first, min(first + CHUNK, count)):
                    rows.add(number)
                for table in rows.tables():
                    table.write(cursor)
                say(f"{type(rows).__name__}: {min(first + CHUNK, count)} of {count}")
    _set_counters(orders)
    stories.tell()
    stories.keep_view()
    _keep_figures()


def _keep_figures():
    """What the triggers would have done, had they been there."""
    from orders import figures

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO clients_clientsummary (client_id)"
            " SELECT id FROM clients_client ON CONFLICT DO NOTHING"
        )
        cursor.execute(
            "INSERT INTO clients_nameword (word) SELECT DISTINCT said"
            " FROM clients_client, unnest(string_to_array(folded_name, ' ')) AS said"
            " WHERE length(said) > 3 AND said !~ '[0-9]'"
        )
    figures.refresh_all()


def _set_counters(orders):
    from company.models import Counter
    from orders.work_orders.actions.accept import SERIES

    for year, last in orders.last_number.items():
        Counter.objects.update_or_create(series=SERIES, year=year, defaults={"last": last})


@transaction.atomic
def _issue_papers():
    """The newest orders have theirs, as the product issues them."""
    from core import documents
    from orders.models import WorkOrder

    newest = WorkOrder.objects.open().select_related("office", "client", "manager")
    for order in newest.order_by("-created_at")[:WITH_PAPERS]:
        for kind in ("work_order", "receipt"):
            documents.issue(kind, order, by=order.manager)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    main(int(sys.argv[1]))
