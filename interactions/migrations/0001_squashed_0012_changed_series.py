import core.clock
import core.migrating
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from interactions import usual


def load(apps, schema_editor):
    models = [
        apps.get_model("interactions", f"Interaction{name}")
        for name in ("Kind", "Result", "Purpose")
    ]
    usual.load(*models)


class Migration(migrations.Migration):

    replaces = [('interactions', '0001_initial'), ('interactions', '0002_kinds'), ('interactions', '0003_usual_kinds'), ('interactions', '0004_every_kind'), ('interactions', '0005_rare_rows'), ('interactions', '0006_meanings'), ('interactions', '0007_of_client'), ('interactions', '0008_lengths'), ('interactions', '0009_regulations'), ('interactions', '0010_repeated'), ('interactions', '0011_personal_data'), ('interactions', '0012_changed_series')]

    initial = True

    dependencies = [
        ('clients', '0001_initial'),
        ('company', '0001_initial'),
        ('core', '0001_initial'),
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='ContactRegulation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=100, verbose_name='Name of the regulation')),
                        ('rhythm', models.CharField(choices=[('every', 'A contact at least every … days'), ('after', 'A call … days after'), ('yearly', 'A call every year, … days before the day of')], default='every', max_length=10, verbose_name='Rule')),
                        ('occasion', models.CharField(blank=True, max_length=60, verbose_name='What day is counted from')),
                        ('days', models.PositiveSmallIntegerField(default=30, verbose_name='Days')),
                        ('purpose', models.CharField(max_length=250, verbose_name='Purpose of the call')),
                        ('script', models.TextField(blank=True, verbose_name='What to say')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In force')),
                        ('active_since', models.DateField(default=core.clock.today)),
                        ('planned_until', models.DateField(null=True)),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('segment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.segment', verbose_name='For the clients of')),
                    ],
                    options={
                        'verbose_name': 'Regulation of contact',
                        'ordering': ['name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('name',), name='regulation_name_once', violation_error_message='There is a regulation of this name.'), models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('rhythm', 'occasion', 'days', 'segment'), name='regulation_once', nulls_distinct=False, violation_error_message='There is such a regulation for these clients already.'), models.CheckConstraint(condition=models.Q(models.Q(('days__gte', 1), ('occasion', ''), ('rhythm', 'every')), models.Q(models.Q(('rhythm', 'every'), _negated=True), models.Q(('occasion', ''), _negated=True)), _connector='OR'), name='regulation_counts_from_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionKind',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('channel', models.CharField(choices=[('call', 'Call'), ('visit', 'Visit'), ('meeting', 'Meeting'), ('online', 'Online'), ('letter', 'Letter'), ('email', 'E-mail'), ('message', 'Message')], max_length=10, verbose_name='Channel')),
                        ('direction', models.CharField(choices=[('out', 'From us'), ('in', 'From the client')], default='out', max_length=3, verbose_name='Whose initiative')),
                        ('has_place', models.BooleanField(default=False, verbose_name='Has a place or a link')),
                        ('demands_next', models.BooleanField(default=False, verbose_name='Demands a next step')),
                    ],
                    options={
                        'verbose_name': 'Kind of interaction',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionPurpose',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('is_advertising', models.BooleanField(db_default=False, default=False, verbose_name='Advertising')),
                    ],
                    options={
                        'verbose_name': 'Purpose of interactions',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('name', models.CharField(max_length=120, verbose_name='Name')),
                        ('meaning', models.CharField(choices=[('reached', 'Settles it'), ('not_reached', 'To be tried again'), ('again', 'Put off to another time')], default='reached', max_length=12, verbose_name='Meaning')),
                        ('next_step', models.CharField(blank=True, choices=[('', 'As its kind says'), ('yes', 'Demanded'), ('no', 'Not demanded')], default='', max_length=3, verbose_name='Next step')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='interactions.interactionkind', verbose_name='Kind')),
                    ],
                    options={
                        'verbose_name': 'Result of an interaction',
                        'ordering': ['kind__ordering', 'ordering', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('kind', 'name'), name='interaction_result_once')],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionSeries',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period', models.CharField(choices=[('daily', 'Every working day'), ('weekly', 'Every week'), ('monthly', 'Every month, on a day'), ('month_end', 'Every month, on the last working day')], max_length=10, verbose_name='How often')),
                        ('weekdays', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='Days of the week')),
                        ('month_day', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(31)], verbose_name='Day of the month')),
                        ('made_until', models.DateField()),
                        ('purpose', models.CharField(max_length=250, verbose_name='Purpose')),
                        ('place', models.CharField(blank=True, max_length=250, verbose_name='Place or link')),
                        ('at', models.TimeField(verbose_name='At what hour')),
                        ('minutes', models.PositiveSmallIntegerField(verbose_name='How long, minutes')),
                        ('remind_before', models.PositiveIntegerField(null=True, verbose_name='Remind')),
                        ('until', models.DateField(verbose_name='Until what day')),
                        ('created_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client', verbose_name='Client')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionkind', verbose_name='Kind')),
                        ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Responsible')),
                        ('follows', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followed_by', to='interactions.interactionseries')),
                    ],
                    options={
                        'verbose_name': 'Repeated call or meeting',
                        'ordering': ['-pk'],
                        'default_permissions': (),
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('period', 'weekly'), _negated=True), ('weekdays__len__gt', 0), _connector='OR'), name='interaction_series_week_has_days', violation_error_message='Choose the days of the week.'), models.CheckConstraint(condition=models.Q(models.Q(('period', 'monthly'), _negated=True), ('month_day__range', (1, 31)), _connector='OR'), name='interaction_series_month_has_a_day', violation_error_message='Name the day of the month.')],
                        'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['until'], name='interaction_series_open')],
                    },
                ),
                migrations.CreateModel(
                    name='Interaction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('channel', models.CharField(choices=[('call', 'Call'), ('visit', 'Visit'), ('meeting', 'Meeting'), ('online', 'Online'), ('letter', 'Letter'), ('email', 'E-mail'), ('message', 'Message')], default='call', max_length=10, verbose_name='Channel')),
                        ('direction', models.CharField(choices=[('out', 'From us'), ('in', 'From the client')], default='out', max_length=3, verbose_name='Direction')),
                        ('purpose', models.CharField(max_length=250, verbose_name='Purpose')),
                        ('status', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('dropped', 'Not needed any more'), ('cancelled', 'Cancelled')], default='planned', max_length=10, verbose_name='State')),
                        ('planned_at', models.DateTimeField(verbose_name='Planned for')),
                        ('held_at', models.DateTimeField(blank=True, null=True, verbose_name='Held at')),
                        ('result', models.CharField(blank=True, choices=[('reached', 'Reached'), ('not_reached', 'Not reached'), ('again', 'Call again at')], max_length=12, verbose_name='Result')),
                        ('note', models.TextField(blank=True, verbose_name='What was said')),
                        ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='Attempts')),
                        ('created_at', models.DateTimeField()),
                        ('reason', models.CharField(blank=True, max_length=20)),
                        ('subject_type', models.CharField(blank=True, max_length=60)),
                        ('subject_id', models.BigIntegerField(blank=True, null=True)),
                        ('external_id', models.CharField(blank=True, max_length=120)),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to='clients.client', verbose_name='Client')),
                        ('held_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.office')),
                        ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to=settings.AUTH_USER_MODEL, verbose_name='Responsible')),
                        ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='interactions.interaction')),
                        ('letter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.outgoingmessage')),
                        ('place', models.CharField(blank=True, max_length=250, verbose_name='Place or link')),
                        ('kind', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionkind', verbose_name='Kind')),
                        ('usual_purpose', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionpurpose')),
                        ('outcome', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionresult', verbose_name='Result')),
                        ('moment_at', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('held_at', 'planned_at'), output_field=models.DateTimeField(verbose_name='When'))),
                        ('minutes', models.PositiveSmallIntegerField(db_default=30, default=30, verbose_name='How long, minutes')),
                        ('series_day', models.DateField(blank=True, null=True)),
                        ('series', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to='interactions.interactionseries')),
                    ],
                    options={
                        'verbose_name': 'Interaction',
                        'ordering': ['planned_at', 'pk'],
                        'permissions': [('hold_interaction', 'Record interactions')],
                        'indexes': [models.Index(condition=models.Q(('status', 'planned')), fields=['office', 'planned_at', 'id'], name='interaction_planned_office'), models.Index(condition=models.Q(('status', 'planned')), fields=['responsible', 'planned_at'], name='interaction_planned_own'), models.Index(fields=['subject_type', 'subject_id'], name='interaction_subject'), models.Index(fields=['moment_at', 'id'], name='interaction_moment'), models.Index(fields=['client', '-moment_at', '-id'], name='interaction_of_client'), models.Index(fields=['kind', 'moment_at', 'id'], name='interaction_of_kind'), models.Index(fields=['responsible', 'moment_at', 'id'], name='interaction_of_employee'), models.Index(condition=models.Q(('status__in', ['dropped', 'cancelled'])), fields=['moment_at', 'id'], name='interaction_unheld'), models.Index(condition=models.Q(('letter__isnull', False)), fields=['moment_at', 'id'], name='interaction_copies'), models.Index(condition=models.Q(('status', 'planned')), fields=['client', 'planned_at', 'id'], name='interaction_planned_client'), models.Index(condition=models.Q(('channel__in', ['letter', 'email'])), fields=['client', 'moment_at', 'id'], name='interaction_letters')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('reason', ''), _negated=True), fields=('reason', 'subject_type', 'subject_id'), name='interaction_owed_once'), models.CheckConstraint(condition=models.Q(('status', 'planned'), ('held_at__isnull', False), _connector='OR'), name='interaction_held_has_moment'), models.UniqueConstraint(condition=models.Q(('series__isnull', False)), fields=('series', 'series_day'), name='interaction_series_day')],
                    },
                ),
                migrations.CreateModel(
                    name='ContactDue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('due_on', models.DateField(verbose_name='Due on')),
                        ('occasion_on', models.DateField()),
                        ('planned_on', models.DateField(verbose_name='To be done on')),
                        ('begins_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('call', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='due', to='interactions.interaction')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.client', verbose_name='Client')),
                        ('regulation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dues', to='interactions.contactregulation', verbose_name='Regulation')),
                    ],
                    options={
                        'verbose_name': 'Contact that is due',
                        'default_permissions': (),
                        'indexes': [models.Index(fields=['planned_on', 'id'], name='contact_due_planned'), models.Index(condition=models.Q(('call', None)), fields=['id'], name='contact_due_uncalled')],
                        'constraints': [models.UniqueConstraint(fields=('regulation', 'client', 'due_on'), name='contact_due_once')],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionParticipant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('employee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='interactions.interaction')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.contactperson')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('interaction', 'employee'), name='interaction_colleague_once'), models.UniqueConstraint(fields=('interaction', 'person'), name='interaction_person_once'), models.CheckConstraint(condition=models.Q(models.Q(('employee', None), ('person__isnull', False)), models.Q(('employee__isnull', False), ('person', None)), _connector='OR'), name='interaction_participant_is_one')],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionReminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('minutes_before', models.PositiveIntegerField(default=0, verbose_name='Minutes before')),
                        ('at', models.DateTimeField(verbose_name='Remind at')),
                        ('rung_at', models.DateTimeField(blank=True, null=True)),
                        ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='interactions.interaction')),
                    ],
                    options={
                        'verbose_name': 'Reminder',
                        'ordering': ['at', 'pk'],
                        'indexes': [models.Index(condition=models.Q(('rung_at', None)), fields=['at'], name='interaction_reminder_due')],
                        'constraints': [models.UniqueConstraint(fields=('interaction', 'employee'), name='interaction_reminder_once')],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='interactions.interaction')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
