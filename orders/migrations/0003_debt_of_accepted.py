from decimal import Decimal

from django.db import migrations, models
from django.db.models import Case, F, Q, Value, When


def debt():
    return models.GeneratedField(
        db_persist=True,
        expression=Case(When(seq__gt=0, then=F("total") - F("paid")), default=Value(Decimal(0))),
        output_field=models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Debt"),
    )


class Migration(migrations.Migration):
    """A calculation owes nothing: the generated column is made anew, since it cannot be altered."""

    dependencies = [("orders", "0002_payment_at")]

    operations = [
        migrations.RemoveIndex("workorder", "order_in_debt"),
        migrations.RemoveField("workorder", "debt"),
        migrations.RemoveField("workorderevent", "debt"),
        migrations.AddField("workorder", "debt", debt()),
        migrations.AddField("workorderevent", "debt", debt()),
        migrations.AddIndex(
            "workorder",
            models.Index(
                condition=Q(debt__gt=0), fields=["created_at", "id"], name="order_in_debt"
            ),
        ),
    ]
