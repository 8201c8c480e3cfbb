from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial"), ("core", "0004_search_functions_fold_marks")]

    operations = [
        migrations.AddIndex(
            model_name="clientphone",
            index=models.Index(fields=["e164"], name="client_phone_number"),
        ),
        # Rewrites what the changed functions generate.
        migrations.RunSQL("UPDATE clients_client SET name = name", migrations.RunSQL.noop),
    ]
