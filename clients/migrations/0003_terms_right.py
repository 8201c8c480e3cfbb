from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_phone_prefix_search")]

    operations = [
        migrations.AlterModelOptions(
            name="client",
            options={
                "permissions": [("set_terms_client", "Set a client's price level and discount")],
                "verbose_name": "Client",
            },
        ),
    ]
