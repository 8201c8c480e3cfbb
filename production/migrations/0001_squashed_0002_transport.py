import core.migrating
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('production', '0001_initial'), ('production', '0002_transport')]

    initial = True

    dependencies = [
        ('company', '0001_initial'),
        ('core', '0001_initial'),
        ('orders', '0001_initial'),
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='DefectCause',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Cause of defects',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Defect',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=500, verbose_name='What is wrong and what is to be done again')),
                        ('found_at', models.DateTimeField(verbose_name='When')),
                        ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='defects', to='orders.position')),
                        ('stage', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.stage', verbose_name='Stage where it arose')),
                        ('cause', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='production.defectcause', verbose_name='Cause')),
                    ],
                    options={
                        'verbose_name': 'Defect',
                        'ordering': ['found_at', 'pk'],
                        'indexes': [models.Index(fields=['found_at', 'id'], name='defect_found')],
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.CharField(max_length=500, verbose_name='Question')),
                        ('asked_at', models.DateTimeField(verbose_name='When')),
                        ('answer', models.CharField(blank=True, max_length=500, verbose_name='Answer')),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='orders.position')),
                    ],
                    options={
                        'verbose_name': 'Question of the workshop',
                        'ordering': ['asked_at', 'pk'],
                        'permissions': [('ask_question', 'Ask about a position'), ('answer_question', 'Answer a question of the workshop')],
                        'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['manager', 'asked_at'], name='question_open')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='question_answered_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='TransportList',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField(default=0)),
                        ('seq', models.PositiveIntegerField(default=0)),
                        ('status', models.CharField(choices=[('open', 'Being loaded'), ('on_the_way', 'On the way'), ('arrived', 'Unloaded')], default='open', max_length=12, verbose_name='State')),
                        ('created_at', models.DateTimeField(verbose_name='Begun')),
                        ('left_at', models.DateTimeField(null=True, verbose_name='Left')),
                        ('arrived_at', models.DateTimeField(null=True, verbose_name='Unloaded at')),
                        ('driver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Driver')),
                        ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.office', verbose_name='Office')),
                    ],
                    options={
                        'verbose_name': 'Transport list',
                        'permissions': [],
                        'indexes': [models.Index(fields=['created_at', 'id'], name='transport_created'), models.Index(fields=['status', 'arrived_at'], name='transport_status')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'open')), fields=('office',), name='transport_one_open'), models.UniqueConstraint(condition=models.Q(('seq__gt', 0)), fields=('year', 'seq'), name='transport_number_once'), models.CheckConstraint(condition=models.Q(('status', 'open'), models.Q(('left_at__isnull', False), ('seq__gt', 0)), _connector='OR'), name='transport_left_has_number')],
                    },
                ),
                migrations.CreateModel(
                    name='TransportListStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='production.transportlist')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='TransportRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('loaded_at', models.DateTimeField()),
                        ('unloaded_at', models.DateTimeField(null=True)),
                        ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.position')),
                        ('transport_list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='production.transportlist')),
                        ('unloaded_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.office')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['position', '-id'], name='transport_last_of_position')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('unloaded_at', None)), fields=('position',), name='transport_one_at_a_time')],
                    },
                ),
            ],
        ),
    ]
