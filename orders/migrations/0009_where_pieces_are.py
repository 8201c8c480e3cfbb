from django.db import migrations

# Until now a piece was followed up to the check, and where it was afterwards its order said.
WHERE_THEY_ARE = """
    UPDATE orders_position SET status = CASE o.status WHEN 'ready' THEN 'in_office' ELSE 'handed_over' END
    FROM orders_workorder o
    WHERE o.id = order_id AND o.status IN ('ready', 'handed_over', 'archived');

    UPDATE orders_position SET status = 'in_office'
    FROM orders_workorder o
    WHERE o.id = order_id AND NOT goes_to_shop
      AND o.status IN ('accepted', 'in_production', 'made', 'checked');

    UPDATE orders_workorder SET has_production = false
    WHERE NOT EXISTS (SELECT FROM orders_position p WHERE p.order_id = orders_workorder.id AND p.goes_to_shop);

    UPDATE orders_workorder SET status = 'ready', ready_at = checked_at
    WHERE status = 'checked' AND NOT has_production;

    UPDATE orders_position SET status = 'in_office'
    FROM orders_workorder o
    WHERE o.id = order_id AND o.status = 'ready' AND orders_position.status <> 'in_office';
"""


class Migration(migrations.Migration):
    dependencies = [("orders", "0008_sketches")]

    operations = [migrations.RunSQL(WHERE_THEY_ARE, migrations.RunSQL.noop)]
