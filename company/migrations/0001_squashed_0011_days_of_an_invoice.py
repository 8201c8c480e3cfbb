import company.models.firm
import core.migrating
import datetime
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('company', '0001_initial'), ('company', '0002_pin'), ('company', '0003_cash'), ('company', '0004_approvals'), ('company', '0005_offered_rights'), ('company', '0006_own_fields'), ('company', '0007_given_and_due'), ('company', '0008_turns'), ('company', '0009_what_is_hidden'), ('company', '0010_personal_data'), ('company', '0011_days_of_an_invoice')]

    initial = True

    dependencies = [
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='CalendarException',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(unique=True, verbose_name='Date')),
                        ('is_working', models.BooleanField(default=False, verbose_name='Working day')),
                        ('note', models.CharField(blank=True, max_length=120, verbose_name='Note')),
                    ],
                    options={
                        'verbose_name': 'Calendar exception',
                        'ordering': ['-day'],
                    },
                ),
                migrations.CreateModel(
                    name='Counter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('series', models.CharField(max_length=30)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('last', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('series', 'year'), name='counter_series_year')],
                    },
                ),
                migrations.CreateModel(
                    name='Deadline',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('kind', models.CharField(max_length=30)),
                        ('amount', models.PositiveSmallIntegerField(null=True)),
                        ('unit', models.CharField(blank=True, max_length=15)),
                        ('counted_from', models.DateTimeField()),
                        ('set_at', models.DateTimeField()),
                        ('due_at', models.DateTimeField(verbose_name='Due')),
                        ('status', models.CharField(choices=[('running', 'Runs'), ('paused', 'Paused'), ('met', 'Over')], default='running', max_length=10, verbose_name='State')),
                        ('paused_at', models.DateTimeField(null=True)),
                        ('pause_reason', models.CharField(blank=True, max_length=250, verbose_name='Why it is paused')),
                        ('met_at', models.DateTimeField(null=True)),
                        ('round', models.PositiveSmallIntegerField(default=1)),
                        ('next_warning_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'verbose_name': 'Deadline',
                        'ordering': ['due_at', 'pk'],
                        'default_permissions': (),
                        'indexes': [models.Index(condition=models.Q(('next_warning_at__isnull', False), ('status', 'running')), fields=['next_warning_at'], name='deadline_to_warn'), models.Index(fields=['kind', 'due_at'], name='deadline_due')],
                        'constraints': [models.UniqueConstraint(fields=('owner_type', 'owner_id', 'kind'), name='deadline_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DeadlineWarning',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('round', models.PositiveSmallIntegerField()),
                        ('code', models.CharField(max_length=20)),
                        ('at', models.DateTimeField()),
                        ('given_at', models.DateTimeField()),
                        ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='warnings', to='company.deadline')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'default_permissions': (),
                        'constraints': [models.UniqueConstraint(fields=('deadline', 'round', 'code'), name='deadline_warns_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Department',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Department',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Firm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, verbose_name='Short name')),
                        ('legal_name', models.CharField(max_length=250, verbose_name='Legal name')),
                        ('inn', models.CharField(max_length=12, verbose_name='INN')),
                        ('kpp', models.CharField(blank=True, max_length=9, verbose_name='KPP')),
                        ('ogrn', models.CharField(max_length=15, verbose_name='OGRN')),
                        ('legal_address', models.CharField(max_length=250, verbose_name='Legal address')),
                        ('phone', models.CharField(max_length=60, verbose_name='Phone')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('site', models.CharField(blank=True, max_length=120, verbose_name='Site')),
                        ('warranty_months', models.PositiveSmallIntegerField(default=12, verbose_name='Warranty, months')),
                        ('work_rules_act', models.CharField(blank=True, max_length=250, verbose_name='Act that rules household services, as papers name it')),
                        ('storage_note', models.TextField(blank=True, verbose_name='Note on unclaimed work, as papers print it')),
                        ('archive_after_days', models.PositiveSmallIntegerField(default=0, verbose_name='Days from hand-over to the archive')),
                        ('check_days', models.PositiveSmallIntegerField(default=0, verbose_name='Working days for the check')),
                        ('transport_days', models.PositiveSmallIntegerField(default=1, verbose_name='Working days for transport to the office')),
                        ('big_discount_percent', models.DecimalField(decimal_places=1, default=10, max_digits=4, verbose_name='A discount the control looks at, from, %')),
                        ('cash_needs_shift', models.BooleanField(default=False, verbose_name='Cash is taken only while a cash shift is open')),
                        ('label_height_mm', models.PositiveSmallIntegerField(default=40, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(150)], verbose_name='Height of a label on a roll, mm')),
                        ('label_width_mm', models.PositiveSmallIntegerField(default=58, validators=[django.core.validators.MinValueValidator(40), django.core.validators.MaxValueValidator(110)], verbose_name='Width of a label on a roll, mm')),
                        ('second_warning_days', models.PositiveSmallIntegerField(default=30, verbose_name='Days from the first warning to the second')),
                        ('storage_days', models.PositiveSmallIntegerField(default=30, help_text='Then the client is warned in writing for the first time (Civil Code, art. 738).', verbose_name='Storage term, days')),
                        ('unclaimed_call_days', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=company.models.firm.follow_up_days, help_text='Days since the order is in the office, with commas: 3, 10.', size=6, verbose_name='Calls about ready work, days after the first one')),
                        ('workday_begins', models.TimeField(default=datetime.time(10, 0), verbose_name='The working day begins')),
                        ('workday_ends', models.TimeField(default=datetime.time(19, 0), verbose_name='The working day ends')),
                        ('views_kept_days', models.PositiveSmallIntegerField(db_default=1095, default=1095, verbose_name='How long it is kept who looked at a card, days')),
                        ('invoice_valid_days', models.PositiveSmallIntegerField(db_default=5, default=5, help_text='Where no deferral is agreed with the client.', verbose_name='An invoice is paid within, working days')),
                    ],
                    options={
                        'verbose_name': 'Firm',
                        'permissions': [('change_dictionary', 'Edit dictionaries')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='firm_one_row'), models.CheckConstraint(condition=models.Q(('workday_ends__gt', models.F('workday_begins'))), name='firm_workday_ends_after_it_begins', violation_error_message='The working day ends after it begins.')],
                    },
                ),
                migrations.CreateModel(
                    name='Office',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('address', models.CharField(max_length=250, verbose_name='Address')),
                        ('phone', models.CharField(max_length=60, verbose_name='Phone')),
                        ('hours', models.CharField(blank=True, max_length=120, verbose_name='Opening hours')),
                    ],
                    options={
                        'verbose_name': 'Office',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='OwnField',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('model', models.CharField(default='clients.client', max_length=60)),
                        ('label', models.CharField(max_length=60, verbose_name='Name of the field')),
                        ('kind', models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('date', 'Date'), ('choice', 'One of a list'), ('flag', 'Yes or no')], default='text', max_length=10, verbose_name='Kind')),
                        ('options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, default=list, size=None, verbose_name='List of answers')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Own field',
                        'ordering': ['ordering', 'label'],
                        'constraints': [models.UniqueConstraint(fields=('model', 'label'), name='own_field_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'choice'), _negated=True), ('options__len__gt', 0), _connector='OR'), name='own_field_choice_has_options', violation_error_message='Name the answers to choose from.')],
                    },
                ),
                migrations.CreateModel(
                    name='Role',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=30, unique=True, verbose_name='Code')),
                        ('name', models.CharField(max_length=80, unique=True, verbose_name='Name')),
                        ('rights', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), default=list, size=None, verbose_name='Rights')),
                        ('scope', models.CharField(choices=[('all', 'All of the firm'), ('office', 'Those of the own office'), ('department', 'Those of the own department'), ('own', 'Only own ones')], default='office', max_length=10, verbose_name='Which clients and orders are seen')),
                        ('discount_limit', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount limit, %')),
                        ('home', models.CharField(default='today', max_length=60, verbose_name='First page')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('offered_rights', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), default=list, editable=False, size=None)),
                        ('hidden_fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='What is hidden of clients')),
                    ],
                    options={
                        'verbose_name': 'Role',
                        'ordering': ['ordering', 'name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('discount_limit__range', (0, 100))), name='role_discount_limit', violation_error_message='Per cents are from 0 to 100.')],
                    },
                ),
                migrations.CreateModel(
                    name='Employee',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('username', models.CharField(max_length=40, unique=True, verbose_name='Login')),
                        ('last_name', models.CharField(max_length=60, verbose_name='Last name')),
                        ('first_name', models.CharField(blank=True, max_length=60, verbose_name='First name')),
                        ('patronymic', models.CharField(blank=True, max_length=60, verbose_name='Patronymic')),
                        ('post', models.CharField(blank=True, max_length=120, verbose_name='Post')),
                        ('phone', models.CharField(blank=True, max_length=60, verbose_name='Phone')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('is_active', models.BooleanField(default=True, verbose_name='Works here')),
                        ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='employees', to='company.department', verbose_name='Department')),
                        ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employees', to='company.office', verbose_name='Office')),
                        ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employees', to='company.role', verbose_name='Role')),
                        ('pin', models.CharField(blank=True, editable=False, max_length=128)),
                        ('pin_tried_at', models.DateTimeField(editable=False, null=True)),
                        ('pin_tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                    ],
                    options={
                        'verbose_name': 'Employee',
                        'ordering': ['last_name', 'first_name'],
                        'permissions': [('use_tablet', 'Shared tablet: each step asks who takes it, by PIN')],
                    },
                ),
                migrations.CreateModel(
                    name='Absence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('first_day', models.DateField(verbose_name='Away from')),
                        ('last_day', models.DateField(verbose_name='Away to')),
                        ('note', models.CharField(blank=True, max_length=120, verbose_name='Note')),
                        ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deputizes', to=settings.AUTH_USER_MODEL, verbose_name='Deputy')),
                        ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to=settings.AUTH_USER_MODEL, verbose_name='Who is away')),
                    ],
                    options={
                        'verbose_name': 'Absence',
                        'ordering': ['-last_day', '-first_day'],
                        'indexes': [models.Index(fields=['deputy', 'last_day'], name='absence_deputy')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='absence_ends_after_it_begins', violation_error_message='The last day is not before the first.'), models.CheckConstraint(condition=models.Q(('deputy', models.F('employee')), _negated=True), name='absence_deputy_is_another', violation_error_message='Somebody else is the deputy.')],
                    },
                ),
                migrations.CreateModel(
                    name='Approval',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=30)),
                        ('subject_type', models.CharField(editable=False, max_length=60)),
                        ('subject_id', models.BigIntegerField(editable=False)),
                        ('subject_name', models.CharField(max_length=120, verbose_name='Of what')),
                        ('asked', models.JSONField(default=dict)),
                        ('measure', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ('reason', models.CharField(blank=True, max_length=250, verbose_name='Reason')),
                        ('status', models.CharField(choices=[('waiting', 'Waits for a decision'), ('approved', 'Approved'), ('refused', 'Refused'), ('withdrawn', 'Not needed any more')], default='waiting', max_length=10, verbose_name='State')),
                        ('asked_at', models.DateTimeField(verbose_name='Asked at')),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('answer', models.CharField(blank=True, max_length=250, verbose_name='Answer')),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Answered by')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Asked by')),
                        ('instead_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.office', verbose_name='Office')),
                    ],
                    options={
                        'verbose_name': 'Approval',
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='approval_subject'), models.Index(fields=['asked_at', 'id'], name='approval_asked'), models.Index(condition=models.Q(('status', 'waiting')), fields=['asked_at', 'id'], name='approval_waiting')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'waiting')), fields=('subject_type', 'subject_id', 'kind'), name='approval_waits_once'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['approved', 'refused']), _negated=True), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='approval_answered_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'refused'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='approval_refused_in_words')],
                        'default_permissions': ('view',),
                    },
                ),
                migrations.CreateModel(
                    name='ApprovalStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='company.approval')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Assignment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.CharField(blank=True, max_length=500, verbose_name='Remark')),
                        ('status', models.CharField(choices=[('offered', 'Waits for an answer'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('recalled', 'Taken back')], default='offered', max_length=10, verbose_name='State')),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('answer', models.CharField(blank=True, max_length=500, verbose_name='Answer')),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('to_department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='company.department', verbose_name='Department')),
                        ('to_employee', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Employee')),
                    ],
                    options={
                        'verbose_name': 'Assignment',
                        'ordering': ['pk'],
                        'default_permissions': (),
                        'indexes': [models.Index(fields=['owner_type', 'owner_id'], name='assignment_owner'), models.Index(fields=['to_employee', 'owner_type'], name='assignment_employee'), models.Index(fields=['to_department', 'owner_type'], name='assignment_department')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'offered')), fields=('owner_type', 'owner_id'), name='assignment_offered_once'), models.CheckConstraint(condition=models.Q(models.Q(('to_department__isnull', True), ('to_employee__isnull', False)), models.Q(('to_department__isnull', False), ('to_employee__isnull', True)), _connector='OR'), name='assignment_to_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='assignment_declined_in_words')],
                    },
                ),
                migrations.CreateModel(
                    name='AssignmentStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='company.assignment')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='DeadlineStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='company.deadline')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Notification',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=120)),
                        ('text', models.CharField(max_length=250)),
                        ('url', models.CharField(blank=True, max_length=200)),
                        ('created_at', models.DateTimeField()),
                        ('read_at', models.DateTimeField(null=True)),
                        ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['recipient', '-id'], name='notification_newest'), models.Index(condition=models.Q(('read_at__isnull', True)), fields=['recipient', '-id'], name='notification_unread')],
                        'constraints': [models.UniqueConstraint(fields=('recipient', 'key'), name='notification_rings_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Stage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(max_length=30, unique=True, verbose_name='Code')),
                        ('minutes_per_day', models.PositiveIntegerField(default=480, verbose_name='Capacity, minutes per working day')),
                        ('outside_days', models.PositiveSmallIntegerField(default=0, help_text='0: done in the workshop', verbose_name='Working days outside')),
                    ],
                    options={
                        'verbose_name': 'Stage',
                        'ordering': ['ordering', 'name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('minutes_per_day__gt', 0)), name='stage_has_capacity', violation_error_message='A stage works at least one minute a day.')],
                    },
                ),
                migrations.CreateModel(
                    name='Turn',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('queue', models.CharField(max_length=60, unique=True)),
                        ('last', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'default_permissions': (),
                    },
                ),
                migrations.CreateModel(
                    name='VatRegime',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(unique=True, verbose_name='Valid from')),
                        ('percent', models.DecimalField(blank=True, decimal_places=1, help_text='Empty: without VAT', max_digits=4, null=True, verbose_name='VAT included, %')),
                    ],
                    options={
                        'verbose_name': 'VAT regime',
                        'ordering': ['valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('percent__isnull', True), ('percent__range', (0, 99)), _connector='OR'), name='vat_percent_range', violation_error_message='VAT is from 0 to 99 per cent, or empty.')],
                    },
                ),
            ],
        ),
    ]
