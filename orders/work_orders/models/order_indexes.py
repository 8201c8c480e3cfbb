"""What a million orders are listed by: each sort and filter, with the id that breaks ties."""

from django.db.models import Index, Q

from orders.work_orders.lifecycle import OPEN, UNSETTLED, Status

OPEN_STATES = [state.value for state in Status if state in OPEN]

INDEXES = [
    Index(fields=["created_at", "id"], name="order_created"),
    Index(fields=["office", "created_at", "id"], name="order_office_created"),
    Index(fields=["status", "created_at", "id"], name="order_status_created"),
    # With its sums a list adds up what it finds without opening a million orders.
    Index(
        fields=["office", "status", "created_at", "id"],
        include=["total", "debt"],
        name="order_office_status",
    ),
    Index(fields=["manager", "created_at", "id"], name="order_manager_created"),
    Index(fields=["client", "created_at", "id"], name="order_client_created"),
    Index(
        fields=["client", "created_at", "id"],
        condition=Q(status__in=UNSETTLED) | Q(debt__gt=0),
        name="order_client_unsettled",
    ),
    Index(fields=["year", "seq", "id"], name="order_number"),
    Index(fields=["promised_on", "id"], name="order_promised"),
    Index(fields=["total", "id"], name="order_total"),
    Index(
        fields=["sketch_state", "created_at", "id"],
        condition=~Q(sketch_state=""),
        name="order_sketch",
    ),
    # With its sums a year of sales is added up without opening the orders.
    Index(
        fields=["accepted_at", "id"],
        include=[
            *("total", "cost", "vat_percent", "seq", "status", "manager", "office"),
            *("client", "ad_source", "is_of_new_client"),
        ],
        name="order_accepted",
    ),
    Index(fields=["checked_at", "id"], name="order_checked"),
    Index(
        fields=["promised_on", "id"],
        condition=Q(status__in=OPEN_STATES),
        name="order_open_promised",
    ),
    Index(
        fields=["created_at", "id"],
        condition=Q(status__in=OPEN_STATES),
        name="order_open_created",
    ),
    Index(
        fields=["ready_at", "id"],
        condition=Q(status=Status.READY),
        name="order_ready_since",
    ),
    Index(
        fields=["created_at", "id"],
        condition=Q(debt__gt=0),
        name="order_in_debt",
    ),
    Index(
        fields=["handed_over_at", "id"],
        condition=Q(debt__gt=0),
        name="order_owed_since",
    ),
    # By name and sum: whose payment a line of the bank may be.
    Index(
        fields=["debt"],
        condition=Q(debt__gt=0, has_invoices=False),
        name="order_debt_uninvoiced",
    ),
]
