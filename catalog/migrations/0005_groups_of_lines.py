"""The usual product groups; lines are of them from now on."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from catalog import usual_groups


def load(apps, schema_editor):
    usual_groups.load(apps.get_model("catalog", "ProductGroup"))


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0004_purchase_prices'),
    ]

    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        pgtrigger.migrations.AddTrigger(
            model_name='productgroup',
            trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='f93d98b21ac0795d4458a8fff7dff88b37b52c72', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_be502', table='catalog_productgroup', when='AFTER')),
        ),
    ]
