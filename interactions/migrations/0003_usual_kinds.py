"""The usual kinds, and to each interaction kept so far the one of its channel."""

from django.db import migrations

from interactions import usual


def load(apps, schema_editor):
    models = [
        apps.get_model("interactions", f"Interaction{name}")
        for name in ("Kind", "Result", "Purpose")
    ]
    usual.load(*models)


# Of two kinds of one channel the one of the same direction, else the first.
NAME_KINDS = """
    UPDATE interactions_interaction AS said
    SET kind_id = (
        SELECT kind.id FROM interactions_interactionkind AS kind
        WHERE kind.channel = said.channel
        ORDER BY kind.direction <> said.direction, kind.ordering, kind.id LIMIT 1
    )
    WHERE kind_id IS NULL
"""


class Migration(migrations.Migration):

    dependencies = [("interactions", "0002_kinds")]

    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(NAME_KINDS, migrations.RunSQL.noop),
    ]
