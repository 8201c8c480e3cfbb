import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("interactions", "0003_usual_kinds")]

    operations = [
        migrations.AlterField(
            model_name="interaction",
            name="kind",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interactions.interactionkind",
                verbose_name="Kind",
            ),
        ),
    ]
