from django.db import migrations


class Migration(migrations.Migration):
    """Clients registered before the trigger was there get their row of figures."""

    dependencies = [("clients", "0002_structure")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO clients_clientsummary (client_id) SELECT id FROM clients_client"
            " ON CONFLICT DO NOTHING",
            migrations.RunSQL.noop,
        )
    ]
