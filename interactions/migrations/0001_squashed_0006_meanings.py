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

    replaces = [('interactions', '0001_initial'), ('interactions', '0002_kinds'), ('interactions', '0003_usual_kinds'), ('interactions', '0004_every_kind'), ('interactions', '0005_rare_rows'), ('interactions', '0006_meanings')]

    initial = True

    dependencies = [
        ('clients', '0001_squashed_0008_duplicates'),
        ('company', '0001_squashed_0007_given_and_due'),
        ('company', '__first__'),
        ('core', '0001_squashed_0007_export_log'),
    ]

    operations = [
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
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='interactions.interactionkind', verbose_name='Kind')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('meaning', models.CharField(choices=[('reached', 'Settles it'), ('not_reached', 'To be tried again'), ('again', 'Put off to another time')], default='reached', max_length=12, verbose_name='Meaning')),
                ('next_step', models.CharField(blank=True, choices=[('', 'As its kind says'), ('yes', 'Demanded'), ('no', 'Not demanded')], default='', max_length=3, verbose_name='Next step')),
            ],
            options={
                'verbose_name': 'Result of an interaction',
                'ordering': ['kind__ordering', 'ordering', 'name'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'name'), name='interaction_result_once')],
            },
        ),
        migrations.CreateModel(
            name='Interaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to='clients.client', verbose_name='Client')),
                ('kind', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionkind', verbose_name='Kind')),
                ('channel', models.CharField(choices=[('call', 'Call'), ('visit', 'Visit'), ('meeting', 'Meeting'), ('online', 'Online'), ('letter', 'Letter'), ('email', 'E-mail'), ('message', 'Message')], default='call', max_length=10, verbose_name='Channel')),
                ('direction', models.CharField(choices=[('out', 'From us'), ('in', 'From the client')], default='out', max_length=3, verbose_name='Direction')),
                ('purpose', models.CharField(max_length=250, verbose_name='Purpose')),
                ('usual_purpose', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionpurpose')),
                ('place', models.CharField(blank=True, max_length=250, verbose_name='Place or link')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('dropped', 'Not needed any more'), ('cancelled', 'Cancelled')], default='planned', max_length=10, verbose_name='State')),
                ('planned_at', models.DateTimeField(verbose_name='Planned for')),
                ('held_at', models.DateTimeField(blank=True, null=True, verbose_name='Held at')),
                ('moment_at', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('held_at', 'planned_at'), output_field=models.DateTimeField(verbose_name='When'))),
                ('result', models.CharField(blank=True, choices=[('reached', 'Reached'), ('not_reached', 'Not reached'), ('again', 'Call again at')], max_length=12, verbose_name='Result')),
                ('outcome', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interactions.interactionresult', verbose_name='Result')),
                ('note', models.TextField(blank=True, verbose_name='What was said')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='Attempts')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to=settings.AUTH_USER_MODEL, verbose_name='Responsible')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.office')),
                ('held_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=20)),
                ('subject_type', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.BigIntegerField(blank=True, null=True)),
                ('external_id', models.CharField(blank=True, max_length=120)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='interactions.interaction')),
                ('letter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.outgoingmessage')),
            ],
            options={
                'verbose_name': 'Interaction',
                'ordering': ['planned_at', 'pk'],
                'permissions': [('hold_interaction', 'Record interactions')],
                'indexes': [models.Index(condition=models.Q(('status', 'planned')), fields=['office', 'planned_at', 'id'], name='interaction_planned_office'), models.Index(condition=models.Q(('status', 'planned')), fields=['responsible', 'planned_at'], name='interaction_planned_own'), models.Index(fields=['moment_at', 'id'], name='interaction_moment'), models.Index(fields=['client', '-moment_at', '-id'], name='interaction_of_client'), models.Index(fields=['kind', 'moment_at', 'id'], name='interaction_of_kind'), models.Index(fields=['responsible', 'moment_at', 'id'], name='interaction_of_employee'), models.Index(condition=models.Q(('status__in', ['dropped', 'cancelled'])), fields=['moment_at', 'id'], name='interaction_unheld'), models.Index(condition=models.Q(('letter__isnull', False)), fields=['moment_at', 'id'], name='interaction_copies'), models.Index(fields=['subject_type', 'subject_id'], name='interaction_subject')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('reason', ''), _negated=True), fields=('reason', 'subject_type', 'subject_id'), name='interaction_owed_once'), models.CheckConstraint(condition=models.Q(('status', 'planned'), ('held_at__isnull', False), _connector='OR'), name='interaction_held_has_moment')],
            },
        ),
        migrations.CreateModel(
            name='InteractionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40, verbose_name='Step')),
                ('at', models.DateTimeField(verbose_name='When')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('note', models.TextField(blank=True, verbose_name='Remark')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='interactions.interaction')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='InteractionParticipant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='interactions.interaction')),
                ('employee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
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
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='interactions.interaction')),
                ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('minutes_before', models.PositiveIntegerField(default=0, verbose_name='Minutes before')),
                ('at', models.DateTimeField(verbose_name='Remind at')),
                ('rung_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'Reminder',
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('rung_at', None)), fields=['at'], name='interaction_reminder_due')],
                'constraints': [models.UniqueConstraint(fields=('interaction', 'employee'), name='interaction_reminder_once')],
            },
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
