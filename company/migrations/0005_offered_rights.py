import django.contrib.postgres.fields
from django.db import migrations, models

# Every right that some role had by default until now.
OFFERED = """
    catalog.change_norm catalog.change_price catalog.view_price clients.add_client
    clients.change_client clients.set_terms_client clients.view_client
    company.change_calendarexception company.change_dictionary company.change_employee
    company.change_firm company.change_office company.change_role company.change_stage
    company.view_employee core.add_attachment core.add_outgoingmessage
    core.change_outgoingmessage core.view_outgoingmessage interactions.hold_interaction
    interactions.view_interaction orders.accept_workorder orders.add_workorder
    orders.allow_debt_workorder orders.archive_workorder orders.arrive_workorder
    orders.cancel_workorder orders.change_workorder orders.check_position orders.correct_payment
    orders.finish_position orders.hand_over_workorder orders.refund_payment orders.see_prices
    orders.send_back_position orders.start_position orders.take_payment orders.view_cash_day
    orders.view_payment orders.view_shop_position orders.view_workorder
"""


def remember(apps, schema_editor):
    apps.get_model("company", "Role").objects.update(offered_rights=OFFERED.split())


class Migration(migrations.Migration):
    dependencies = [("company", "0004_approvals")]

    operations = [
        migrations.AddField(
            model_name="role",
            name="offered_rights",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=80),
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
