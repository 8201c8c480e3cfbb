"""What group each line is of, and which order was the first of its client."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


# Between the triggers of history: nobody has changed anything.
FILL = """
    UPDATE orders_position line SET product_group_id = (
        SELECT kept.id FROM catalog_productgroup kept
        WHERE kept.is_active AND line.kind = ANY (kept.kinds)
          AND (kept.families = '{}' OR (
            line.kind = 'sheet' AND material.family = ANY (kept.families)))
        ORDER BY kept.ordering, kept.name LIMIT 1)
    FROM orders_position same
    LEFT JOIN catalog_material material ON material.code = same.spec ->> 'item'
    WHERE same.id = line.id AND same.spec ->> 'item' <> '';

    UPDATE orders_workorder kept SET is_of_new_client = true
    FROM (
        SELECT DISTINCT ON (client_id) id FROM orders_workorder
        WHERE seq > 0 AND status <> 'cancelled' ORDER BY client_id, accepted_at, id
    ) first_one
    WHERE kept.id = first_one.id;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0005_groups_of_lines'),
        ('clients', '0020_region'),
        ('company', '0013_bank_accounts'),
        ('orders', '0026_bank_line_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='position',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='position',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='workorder',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='workorder',
            name='update_update',
        ),
        migrations.RemoveIndex(
            model_name='workorder',
            name='order_accepted',
        ),
        migrations.AddField(
            model_name='position',
            name='product_group',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.productgroup', verbose_name='Product group'),
        ),
        migrations.AddField(
            model_name='positionevent',
            name='product_group',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.productgroup', verbose_name='Product group'),
        ),
        migrations.AddField(
            model_name='workorder',
            name='is_of_new_client',
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddField(
            model_name='workorderevent',
            name='is_of_new_client',
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='position',
            index=models.Index(fields=['order'], include=('product_group', 'total', 'status'), name='position_sold'),
        ),
        migrations.AddIndex(
            model_name='workorder',
            index=models.Index(fields=['accepted_at', 'id'], include=('total', 'cost', 'vat_percent', 'seq', 'status', 'manager', 'office', 'client', 'ad_source', 'is_of_new_client'), name='order_accepted'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orders_positionevent" ("checked_at", "explanation", "finished_at", "goes_to_shop", "hand_over_id", "hand_price", "has_unseen_change", "height_mm", "id", "kind", "note", "order_id", "ordinal", "overridden", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_group_id", "quantity", "spec", "started_at", "status", "times_sent_back", "title", "total", "unit_price", "vat_sum", "weight_kg", "width_mm") VALUES (NEW."checked_at", NEW."explanation", NEW."finished_at", NEW."goes_to_shop", NEW."hand_over_id", NEW."hand_price", NEW."has_unseen_change", NEW."height_mm", NEW."id", NEW."kind", NEW."note", NEW."order_id", NEW."ordinal", NEW."overridden", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."product_group_id", NEW."quantity", NEW."spec", NEW."started_at", NEW."status", NEW."times_sent_back", NEW."title", NEW."total", NEW."unit_price", NEW."vat_sum", NEW."weight_kg", NEW."width_mm"); RETURN NULL;', hash='eb4c60fb0d06ed142c9dd62b3a69fb6b210638cd', operation='INSERT', pgid='pgtrigger_insert_insert_9dfcd', table='orders_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."checked_at" IS DISTINCT FROM (NEW."checked_at") OR OLD."explanation" IS DISTINCT FROM (NEW."explanation") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."goes_to_shop" IS DISTINCT FROM (NEW."goes_to_shop") OR OLD."hand_over_id" IS DISTINCT FROM (NEW."hand_over_id") OR OLD."hand_price" IS DISTINCT FROM (NEW."hand_price") OR OLD."has_unseen_change" IS DISTINCT FROM (NEW."has_unseen_change") OR OLD."height_mm" IS DISTINCT FROM (NEW."height_mm") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."order_id" IS DISTINCT FROM (NEW."order_id") OR OLD."ordinal" IS DISTINCT FROM (NEW."ordinal") OR OLD."overridden" IS DISTINCT FROM (NEW."overridden") OR OLD."part" IS DISTINCT FROM (NEW."part") OR OLD."product_group_id" IS DISTINCT FROM (NEW."product_group_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."spec" IS DISTINCT FROM (NEW."spec") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."times_sent_back" IS DISTINCT FROM (NEW."times_sent_back") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."total" IS DISTINCT FROM (NEW."total") OR OLD."unit_price" IS DISTINCT FROM (NEW."unit_price") OR OLD."vat_sum" IS DISTINCT FROM (NEW."vat_sum") OR OLD."weight_kg" IS DISTINCT FROM (NEW."weight_kg") OR OLD."width_mm" IS DISTINCT FROM (NEW."width_mm"))', func='INSERT INTO "orders_positionevent" ("checked_at", "explanation", "finished_at", "goes_to_shop", "hand_over_id", "hand_price", "has_unseen_change", "height_mm", "id", "kind", "note", "order_id", "ordinal", "overridden", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_group_id", "quantity", "spec", "started_at", "status", "times_sent_back", "title", "total", "unit_price", "vat_sum", "weight_kg", "width_mm") VALUES (NEW."checked_at", NEW."explanation", NEW."finished_at", NEW."goes_to_shop", NEW."hand_over_id", NEW."hand_price", NEW."has_unseen_change", NEW."height_mm", NEW."id", NEW."kind", NEW."note", NEW."order_id", NEW."ordinal", NEW."overridden", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."product_group_id", NEW."quantity", NEW."spec", NEW."started_at", NEW."status", NEW."times_sent_back", NEW."title", NEW."total", NEW."unit_price", NEW."vat_sum", NEW."weight_kg", NEW."width_mm"); RETURN NULL;', hash='c41052840cf3bb1c2e0f35b47cfb6b5c8729a087', operation='UPDATE', pgid='pgtrigger_update_update_2ec3f', table='orders_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workorder',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orders_workorderevent" ("accepted_at", "ad_source_id", "address", "allowed_percent", "archived_at", "cancel_ground", "cancelled_at", "checked_at", "client_discount_percent", "client_id", "comment", "cost", "created_at", "debt_allowed_by_id", "discount_percent", "follow_up_calls", "form_token", "hand_over_note", "handed_over_at", "has_invoices", "has_production", "has_shop_notes", "hold_reason", "id", "is_being_amended", "is_of_new_client", "kept_for_costs", "manager_id", "office_id", "old_number", "paid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "priced_on", "promised_on", "promised_reason", "ready_at", "remake_of_id", "revision", "seq", "sketch_state", "status", "total", "typed_prepayment", "unreached_at", "vat_percent", "version", "visits", "wished_on", "year") VALUES (NEW."accepted_at", NEW."ad_source_id", NEW."address", NEW."allowed_percent", NEW."archived_at", NEW."cancel_ground", NEW."cancelled_at", NEW."checked_at", NEW."client_discount_percent", NEW."client_id", NEW."comment", NEW."cost", NEW."created_at", NEW."debt_allowed_by_id", NEW."discount_percent", NEW."follow_up_calls", NEW."form_token", NEW."hand_over_note", NEW."handed_over_at", NEW."has_invoices", NEW."has_production", NEW."has_shop_notes", NEW."hold_reason", NEW."id", NEW."is_being_amended", NEW."is_of_new_client", NEW."kept_for_costs", NEW."manager_id", NEW."office_id", NEW."old_number", NEW."paid", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_level", NEW."priced_on", NEW."promised_on", NEW."promised_reason", NEW."ready_at", NEW."remake_of_id", NEW."revision", NEW."seq", NEW."sketch_state", NEW."status", NEW."total", NEW."typed_prepayment", NEW."unreached_at", NEW."vat_percent", NEW."version", NEW."visits", NEW."wished_on", NEW."year"); RETURN NULL;', hash='27e4a3f0e11a65e46ee5a40b5a5d956ff4493463', operation='INSERT', pgid='pgtrigger_insert_insert_59d63', table='orders_workorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workorder',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orders_workorderevent" ("accepted_at", "ad_source_id", "address", "allowed_percent", "archived_at", "cancel_ground", "cancelled_at", "checked_at", "client_discount_percent", "client_id", "comment", "cost", "created_at", "debt_allowed_by_id", "discount_percent", "follow_up_calls", "form_token", "hand_over_note", "handed_over_at", "has_invoices", "has_production", "has_shop_notes", "hold_reason", "id", "is_being_amended", "is_of_new_client", "kept_for_costs", "manager_id", "office_id", "old_number", "paid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "priced_on", "promised_on", "promised_reason", "ready_at", "remake_of_id", "revision", "seq", "sketch_state", "status", "total", "typed_prepayment", "unreached_at", "vat_percent", "version", "visits", "wished_on", "year") VALUES (NEW."accepted_at", NEW."ad_source_id", NEW."address", NEW."allowed_percent", NEW."archived_at", NEW."cancel_ground", NEW."cancelled_at", NEW."checked_at", NEW."client_discount_percent", NEW."client_id", NEW."comment", NEW."cost", NEW."created_at", NEW."debt_allowed_by_id", NEW."discount_percent", NEW."follow_up_calls", NEW."form_token", NEW."hand_over_note", NEW."handed_over_at", NEW."has_invoices", NEW."has_production", NEW."has_shop_notes", NEW."hold_reason", NEW."id", NEW."is_being_amended", NEW."is_of_new_client", NEW."kept_for_costs", NEW."manager_id", NEW."office_id", NEW."old_number", NEW."paid", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_level", NEW."priced_on", NEW."promised_on", NEW."promised_reason", NEW."ready_at", NEW."remake_of_id", NEW."revision", NEW."seq", NEW."sketch_state", NEW."status", NEW."total", NEW."typed_prepayment", NEW."unreached_at", NEW."vat_percent", NEW."version", NEW."visits", NEW."wished_on", NEW."year"); RETURN NULL;', hash='329a91e4085db20bd9a0a2ad8381a906d32f42b2', operation='UPDATE', pgid='pgtrigger_update_update_e09d6', table='orders_workorder', when='AFTER')),
        ),
    ]
