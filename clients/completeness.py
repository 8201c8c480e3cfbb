"""How much is known of a client of what the entry regulation asks for: one figure and the list of
what is missing, kept in the client's row of figures by the database, whoever writes the card.

The trigger locks the row of figures first, so what it then counts is what others have committed.
"""

import pgtrigger
from django.db import connection

from core import jobs

GIVEN = """
    CASE rule.attribute
        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)
        WHEN 'messengers' THEN EXISTS (
            SELECT FROM clients_messenger WHERE client_id = client.id)
        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)
        WHEN 'people' THEN EXISTS (
            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)
        WHEN 'decision_maker' THEN EXISTS (
            SELECT FROM clients_contactperson
            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')
        ELSE CASE WHEN starts_with(rule.attribute, 'own.')
            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL
            ELSE coalesce(
                said ->> rule.attribute, said ->> (rule.attribute || '_id'),
                to_jsonb(requisites) ->> rule.attribute, '') <> ''
        END
    END
"""
# Of own fields that are out of use nobody is asked.
IN_FORCE = """
    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (
        SELECT FROM company_ownfield field
        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))
"""
RULES = f"""
    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,
        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,
        {GIVEN} AS is_given
    FROM clients_client client
    JOIN clients_clientsummary summary ON summary.client_id = client.id
    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector
    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id
    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,
        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,
        client.group_id, client.ad_source_id, client.region_id) shown) card
    WHERE client.is_client AND {{which}} AND {IN_FORCE}
"""
COUNTED = f"""
    SELECT client.id AS client_id,
        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)
            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,
        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)
            / nullif(count(asked.attribute), 0)), 100) AS completeness
    FROM clients_client client
    LEFT JOIN ({RULES}) asked ON asked.client_id = client.id AND asked.is_due
    WHERE {{which}} GROUP BY client.id
"""
WRITE = f"""
    UPDATE clients_clientsummary kept
    SET missing = counted.missing, completeness = counted.completeness
    FROM ({COUNTED}) counted
    WHERE kept.client_id = counted.client_id AND
        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)
"""
LACKING = f"""
    SELECT asked.attribute FROM ({RULES}) asked
    WHERE asked.is_compulsory AND asked.orders_from <= %s AND NOT asked.is_given
    ORDER BY asked.rule_id
"""
CHUNK = 5_000


def _recount(touched):
    return f"""
        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;
        SELECT array_agg(DISTINCT client_id) INTO touched FROM ({touched}) changed (client_id);
        IF touched IS NULL THEN RETURN NULL; END IF;
        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)
        ORDER BY client_id FOR UPDATE;
        {WRITE.format(which="client.id = ANY (touched)")};
        RETURN NULL;
    """


OPERATIONS = {
    "insert": (pgtrigger.Insert, {"new": "new_rows"}, "SELECT {whose} FROM new_rows"),
    "update": (
        pgtrigger.Update,
        {"old": "old_rows", "new": "new_rows"},
        "SELECT {whose} FROM new_rows UNION SELECT {whose} FROM old_rows",
    ),
    "delete": (pgtrigger.Delete, {"old": "old_rows"}, "SELECT {whose} FROM old_rows"),
}


def counted(whose="client_id", operations=("insert", "update", "delete")):
    """The triggers of a table that belongs to a card: its rows say `whose` they are."""
    return [
        pgtrigger.Trigger(
            name=f"completeness_{word}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(**rows),
            declare=[("touched", "bigint[]")],
            func=_recount(touched.format(whose=whose)),
        )
        for word, (operation, rows, touched) in OPERATIONS.items()
        if word in operations
    ]


# The next stage of the relation is reached: more is due.
OF_SUMMARY = pgtrigger.Trigger(
    name="completeness",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("orders_count"),
    condition=pgtrigger.Q(old__orders_count__df=pgtrigger.F("new__orders_count")),
    declare=[("touched", "bigint[]")],
    func=_recount("SELECT NEW.client_id"),
)


def lacking(client, *, orders) -> list[str]:
    """The compulsory attributes that are missing of somebody who gives their order number
    `orders`."""
    with connection.cursor() as cursor:
        cursor.execute(LACKING.format(which="client.id = %s"), [client.pk, orders])
        return [attribute for (attribute,) in cursor.fetchall()]


def refresh(pks=None) -> int:
    """Hold the cards against the regulation again; the number of those that differed."""
    which, arguments = ("true", []) if pks is None else ("client.id = ANY (%s)", [list(pks)])
    with connection.cursor() as cursor:
        cursor.execute(WRITE.format(which=which), arguments * WRITE.count("{which}"))
        return cursor.rowcount


def refresh_all(tell=lambda count, last: None, last=0) -> int:
    """All cards behind the number `last`, piece by piece."""
    from clients.models import Client

    keys, differed = Client.objects.order_by("pk"), 0
    while pks := list(keys.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        differed += refresh(pks)
        last = pks[-1]
        tell(len(pks), last)
    return differed


def _recount_all(job, progress):
    """The regulation has changed: every card is held against it."""
    from clients.models import Client

    total, done = Client.objects.count(), 0

    def tell(count, last):
        nonlocal done
        done += count
        progress.say(done, max(total, done), {"last": last})

    refresh_all(tell, job.checkpoint.get("last", 0))


RECOUNT = jobs.JobKind("completeness", _recount_all)
