"""The figures of a client that come from orders, kept in clients.ClientSummary by the database.

Whatever changes an order's sum, however many at once, the trigger writes the summary again in the
same transaction: it locks the row first, so what it then adds up is what others have committed.
"""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

import pgtrigger
from django.apps import apps
from django.db import connection
from django.db.models import (
    DateTimeField,
    DecimalField,
    ExpressionWrapper,
    F,
    OuterRef,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock, registry
from core.registry import Figure

MONEY = DecimalField(max_digits=14, decimal_places=2)
SEE_SUMS = "orders.see_prices"

# Accepted and not cancelled: what a client has ordered. Paid is paid, whatever became of it.
ADDED_UP = """
    SELECT client.id AS client_id,
        count(bought.id) FILTER (WHERE bought.status <> 'cancelled') AS orders_count,
        coalesce(sum(bought.total) FILTER (WHERE bought.status <> 'cancelled'), 0) AS ordered_sum,
        coalesce(sum(bought.paid), 0) AS paid_sum,
        coalesce(sum(bought.debt) FILTER (WHERE bought.debt > 0), 0) AS debt_sum,
        min(bought.accepted_at) FILTER (WHERE bought.status <> 'cancelled') AS first_order_at,
        max(bought.accepted_at) FILTER (WHERE bought.status <> 'cancelled') AS last_order_at
    FROM clients_client client
    LEFT JOIN orders_workorder bought ON bought.client_id = client.id AND bought.seq > 0
    WHERE {which}
    GROUP BY client.id
"""
COLUMNS = (
    "orders_count",
    "ordered_sum",
    "paid_sum",
    "debt_sum",
    "first_order_at",
    "last_order_at",
)
FIGURES = ", ".join(COLUMNS)
ADDED = ", ".join(f"added.{name}" for name in COLUMNS)
KEPT = ", ".join(f"kept.{name}" for name in COLUMNS)

WRITE = f"""
    UPDATE clients_clientsummary kept SET ({FIGURES}) = ROW ({ADDED})
    FROM ({ADDED_UP}) added
    WHERE kept.client_id = added.client_id AND ({KEPT}) IS DISTINCT FROM ({ADDED})
"""
LOCK = """
    PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)
    ORDER BY client_id FOR UPDATE;
"""
CHANGED = "(now.client_id, now.status, now.seq, now.total, now.paid, now.accepted_at)"
TOUCHED = {
    pgtrigger.Insert: "SELECT client_id FROM new_rows WHERE seq > 0",
    pgtrigger.Delete: "SELECT client_id FROM old_rows WHERE seq > 0",
    pgtrigger.Update: f"""
        SELECT unnest(ARRAY[now.client_id, was.client_id])
        FROM new_rows now JOIN old_rows was USING (id)
        WHERE {CHANGED} IS DISTINCT FROM {CHANGED.replace("now.", "was.")}
    """,
}
ROWS = {
    pgtrigger.Insert: {"new": "new_rows"},
    pgtrigger.Delete: {"old": "old_rows"},
    pgtrigger.Update: {"old": "old_rows", "new": "new_rows"},
}


def _trigger(name, operation):
    return pgtrigger.Trigger(
        name=f"client_figures_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**ROWS[operation]),
        declare=[("touched", "bigint[]")],
        func=f"""
            SELECT array_agg(DISTINCT client_id) INTO touched
            FROM ({TOUCHED[operation]}) changed (client_id);
            IF touched IS NULL THEN RETURN NULL; END IF;
            {LOCK}
            {WRITE.format(which="client.id = ANY (touched)")};
            RETURN NULL;
        """,
    )


TRIGGERS = [
    _trigger("insert", pgtrigger.Insert),
    _trigger("update", pgtrigger.Update),
    _trigger("delete", pgtrigger.Delete),
]


def lock(clients: Iterable[int]):
    """What the trigger will lock when the sum of an order changes: whoever locks invoices first
    and changes sums afterwards holds it before them, as cancelling an order does."""
    wanted = apps.get_model("clients", "ClientSummary").objects.filter(client__in=set(clients))
    list(wanted.order_by("client").select_for_update().values_list("client"))


def refresh_all() -> int:
    """Hold every summary against the orders and mend what differs; the number of those that did.

    For what the triggers have not seen: rows copied in without them. A client whose order changes
    in the same moment is written once more by its trigger.
    """
    with connection.cursor() as cursor:
        cursor.execute(WRITE.format(which="true"))
        return cursor.rowcount


def average():
    """Of the orders that count; nothing where there is none."""
    return ExpressionWrapper(
        F("summary__ordered_sum") / NullIf(F("summary__orders_count"), 0), MONEY
    )


def ordered_in_a_year():
    """Accepted in the last twelve months and not cancelled. The database counts back, so that the
    words of the question stay the same from day to day."""
    today = Value(clock.midnight(clock.today()), DateTimeField())
    since = ExpressionWrapper(today - Value(timedelta(days=365)), DateTimeField())
    orders = apps.get_model("orders", "WorkOrder").objects.bought()
    bought = orders.filter(client=OuterRef("pk"), accepted_at__gte=since)
    summed = bought.order_by().values("client").annotate(sum=Sum("total")).values("sum")
    return Coalesce(Subquery(summed), Decimal(0), output_field=MONEY)


def contribute():
    stored = (
        ("orders_count", pgettext_lazy("figure", "Orders"), "number", ""),
        ("ordered_sum", pgettext_lazy("figure", "Ordered"), "money", SEE_SUMS),
        ("paid_sum", pgettext_lazy("figure", "Paid"), "money", SEE_SUMS),
        ("debt_sum", pgettext_lazy("figure", "Debt"), "money", SEE_SUMS),
        ("first_order_at", _("First order"), "date", ""),
        ("last_order_at", _("Last order"), "date", ""),
    )
    for place, (code, label, kind, right) in enumerate(stored):
        path = f"summary__{code}"
        registry.figures.append(Figure(code, label, kind, path, right=right, order=10 + place))
    registry.figures.append(
        Figure(
            "average_sum",
            pgettext_lazy("figure", "Average order"),
            "money",
            expression=average,
            right=SEE_SUMS,
            order=20,
        )
    )
    registry.figures.append(
        Figure(
            "ordered_year_sum",
            _("Ordered in 12 months"),
            "money",
            expression=ordered_in_a_year,
            right=SEE_SUMS,
            order=21,
        )
    )
