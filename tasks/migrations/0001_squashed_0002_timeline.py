import clients.search
import core.migrating
import datetime
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('tasks', '0001_initial'), ('tasks', '0002_timeline')]

    initial = True

    dependencies = [
        ('company', '0001_initial'),
        ('core', '0001_initial'),
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='TaskTemplate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('title', models.CharField(max_length=200, verbose_name='What is to be done')),
                        ('text', models.TextField(blank=True, verbose_name='In more words')),
                        ('priority', models.PositiveSmallIntegerField(choices=[(0, 'Low'), (1, 'Usual'), (2, 'High')], default=1, verbose_name='Priority')),
                        ('due_days', models.PositiveSmallIntegerField(blank=True, help_text='0: by the end of the same day. Empty: without a deadline.', null=True, validators=[django.core.validators.MaxValueValidator(250)], verbose_name='Working days to do it')),
                        ('check_list', models.TextField(blank=True, help_text='Each line is one thing to tick.', verbose_name='Check list')),
                        ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.department', verbose_name='Usually asked of')),
                    ],
                    options={
                        'verbose_name': 'Template of tasks',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='RecurringTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period', models.CharField(choices=[('daily', 'Every working day'), ('weekly', 'Every week'), ('monthly', 'Every month, on a day'), ('month_end', 'Every month, on the last working day')], max_length=10, verbose_name='How often')),
                        ('weekdays', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='Days of the week')),
                        ('month_day', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(31)], verbose_name='Day of the month')),
                        ('made_until', models.DateField()),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Asked by')),
                        ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.department', verbose_name='Department')),
                        ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Employees')),
                        ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.tasktemplate', verbose_name='Template of tasks')),
                    ],
                    options={
                        'verbose_name': 'Recurring task',
                        'ordering': ['-is_active', 'pk'],
                        'default_permissions': ('change',),
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('period', 'weekly'), _negated=True), ('weekdays__len__gt', 0), _connector='OR'), name='recurring_week_has_days', violation_error_message='Choose the days of the week.'), models.CheckConstraint(condition=models.Q(models.Q(('period', 'monthly'), _negated=True), ('month_day__range', (1, 31)), _connector='OR'), name='recurring_month_has_a_day', violation_error_message='Name the day of the month.')],
                    },
                ),
                migrations.CreateModel(
                    name='RecurringRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField()),
                        ('at', models.DateTimeField()),
                        ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='tasks.recurringtask')),
                    ],
                    options={
                        'ordering': [models.OrderBy(models.F('day'), descending=True)],
                        'default_permissions': (),
                        'constraints': [models.UniqueConstraint(fields=('rule', 'day'), name='recurring_run_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Task',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=200, verbose_name='What is to be done')),
                        ('text', models.TextField(blank=True, verbose_name='In more words')),
                        ('priority', models.PositiveSmallIntegerField(choices=[(0, 'Low'), (1, 'Usual'), (2, 'High')], default=1, verbose_name='Priority')),
                        ('deadline', models.DateTimeField(null=True, verbose_name='Deadline')),
                        ('due_sort', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('deadline'), models.Value(datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))), output_field=models.DateTimeField())),
                        ('remind_at', models.DateTimeField(null=True, verbose_name='Remind at')),
                        ('status', models.CharField(choices=[('new', 'New'), ('seen', 'Seen'), ('in_work', 'In work'), ('returned', 'Returned for rework'), ('done', 'Done, waits for acceptance'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('cancelled', 'Cancelled')], default='new', max_length=10, verbose_name='State')),
                        ('returned_count', models.PositiveSmallIntegerField(default=0, verbose_name='Times returned')),
                        ('owner_type', models.CharField(blank=True, editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False, null=True)),
                        ('subject_name', models.CharField(blank=True, max_length=120, verbose_name='About')),
                        ('series', models.UUIDField(null=True)),
                        ('created_at', models.DateTimeField(verbose_name='Set')),
                        ('seen_at', models.DateTimeField(null=True)),
                        ('begun_at', models.DateTimeField(null=True)),
                        ('done_at', models.DateTimeField(null=True, verbose_name='Done at')),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('words', models.GeneratedField(db_persist=True, expression=clients.search.Words(models.F('title')), output_field=django.contrib.postgres.search.SearchVectorField())),
                        ('assignee', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to=settings.AUTH_USER_MODEL, verbose_name='Who does it')),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks_asked', to=settings.AUTH_USER_MODEL, verbose_name='Asked by')),
                        ('department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='company.department', verbose_name='Department')),
                        ('template', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='tasks.tasktemplate')),
                    ],
                    options={
                        'verbose_name': 'Task',
                        'ordering': ['-pk'],
                        'permissions': [('control_task', "See and control everybody's tasks")],
                        'default_permissions': ('add', 'view'),
                        'indexes': [models.Index(fields=['due_sort', 'id'], name='task_due'), models.Index(fields=['created_at', 'id'], name='task_created'), models.Index(fields=['priority', 'id'], name='task_priority'), models.Index(fields=['assignee', 'status', 'due_sort'], name='task_assignee'), models.Index(fields=['author', 'status', 'due_sort'], name='task_author'), models.Index(fields=['department', 'status', 'due_sort'], name='task_department'), models.Index(condition=models.Q(('series', None), _negated=True), fields=['series'], name='task_series'), django.contrib.postgres.indexes.GinIndex(fields=['words'], name='task_words'), models.Index(fields=['owner_type', 'owner_id', 'created_at', 'id'], name='task_owner')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('assignee__isnull', False), ('department__isnull', False), _connector='OR'), name='task_asked_of_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('owner_id__isnull', True), ('owner_type', '')), models.Q(models.Q(('owner_type', ''), _negated=True), ('owner_id__isnull', False)), _connector='OR'), name='task_about_a_whole_row')],
                    },
                ),
                migrations.CreateModel(
                    name='CheckItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.CharField(max_length=200, verbose_name='What is to be done')),
                        ('ordering', models.PositiveSmallIntegerField(default=0)),
                        ('ticked_at', models.DateTimeField(null=True)),
                        ('ticked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='tasks.task')),
                    ],
                    options={
                        'ordering': ['ordering', 'pk'],
                        'default_permissions': (),
                    },
                ),
                migrations.CreateModel(
                    name='TaskStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='tasks.task')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
    ]
