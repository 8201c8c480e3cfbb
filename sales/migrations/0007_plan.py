"""Sales plans, remarks on them and forecasts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0005_groups_of_lines'),
        ('clients', '0023_data_terms'),
        ('sales', '0006_proposals'),
        ('tasks', '0002_timeline'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Forecast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='Month')),
                ('new_sum', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('regular_sum', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('adjusted_new', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='New clients')),
                ('adjusted_regular', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='Regular clients')),
                ('remark', models.CharField(blank=True, max_length=500, verbose_name='Why it is corrected')),
                ('adjusted_at', models.DateTimeField(null=True)),
                ('frozen_at', models.DateTimeField(null=True)),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forecasts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'Sales forecast',
                'ordering': ['-month', 'manager'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ForecastLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('deal', 'Deal'), ('proposal', 'Proposal'), ('calculation', 'Calculation'), ('repeat', 'Repeat order'), ('invoice', 'Invoice')], max_length=11)),
                ('row', models.BigIntegerField()),
                ('is_new', models.BooleanField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14)),
                ('probability', models.PositiveSmallIntegerField()),
                ('expected_on', models.DateField()),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('forecast', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='sales.forecast')),
            ],
            options={
                'ordering': ['expected_on', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PlanRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='Month')),
                ('text', models.TextField(verbose_name='What is to be done')),
                ('status', models.CharField(choices=[('set', 'Waits to be understood'), ('understood', 'Understood'), ('back', 'Back with the director'), ('closed', 'Closed')], default='set', max_length=10, verbose_name='State')),
                ('planned', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Plan')),
                ('sold', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Sold')),
                ('back_on', models.DateField(verbose_name='Comes back on')),
                ('planned_back', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='Plan on the return')),
                ('sold_back', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='Sold on the return')),
                ('created_at', models.DateTimeField(verbose_name='Set')),
                ('understood_at', models.DateTimeField(null=True, verbose_name='Understood')),
                ('came_back_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Set by')),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_remarks', to=settings.AUTH_USER_MODEL, verbose_name='Manager')),
                ('task', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.task')),
            ],
            options={
                'verbose_name': 'Remark on the plan',
                'ordering': ['-pk'],
                'permissions': [],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PlanRemarkStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40, verbose_name='Step')),
                ('at', models.DateTimeField(verbose_name='When')),
                ('note', models.TextField(blank=True, verbose_name='Remark')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='sales.planremark')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SalesPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                ('number', models.PositiveSmallIntegerField(verbose_name='Version')),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('accepted', 'Accepted'), ('dropped', 'Dropped')], default='draft', max_length=8, verbose_name='State')),
                ('by_group', models.BooleanField(default=False, verbose_name='By product group')),
                ('by_clientele', models.BooleanField(default=False, verbose_name='By new and regular clients')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why this version')),
                ('made_at', models.DateTimeField(verbose_name='Made')),
                ('accepted_at', models.DateTimeField(null=True, verbose_name='Accepted at')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sales.salesplan')),
            ],
            options={
                'verbose_name': 'Sales plan',
                'ordering': ['-year', '-number'],
                'permissions': [],
                'default_permissions': ('view', 'change'),
            },
        ),
        migrations.CreateModel(
            name='PlanLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.PositiveSmallIntegerField(verbose_name='Month')),
                ('clientele', models.CharField(blank=True, choices=[('', 'All clients'), ('new', 'New clients'), ('regular', 'Regular clients')], max_length=7)),
                ('amount', models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name='Plan')),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product_group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.productgroup')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='sales.salesplan')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SalesPlanStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40, verbose_name='Step')),
                ('at', models.DateTimeField(verbose_name='When')),
                ('note', models.TextField(blank=True, verbose_name='Remark')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='sales.salesplan')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='forecast',
            constraint=models.UniqueConstraint(fields=('month', 'manager'), name='forecast_once'),
        ),
        migrations.AddConstraint(
            model_name='forecast',
            constraint=models.CheckConstraint(condition=models.Q(('adjusted_new__isnull', True), ('adjusted_new__gte', 0), _connector='OR'), name='forecast_new_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='forecast',
            constraint=models.CheckConstraint(condition=models.Q(('adjusted_regular__isnull', True), ('adjusted_regular__gte', 0), _connector='OR'), name='forecast_regular_not_negative'),
        ),
        migrations.AddIndex(
            model_name='forecastline',
            index=models.Index(fields=['client'], name='forecastline_client'),
        ),
        migrations.AddIndex(
            model_name='planremark',
            index=models.Index(fields=['month', 'manager'], name='planremark_of_month'),
        ),
        migrations.AddIndex(
            model_name='planremark',
            index=models.Index(condition=models.Q(('status__in', ['back', 'set', 'understood'])), fields=['manager'], name='planremark_open'),
        ),
        migrations.AddConstraint(
            model_name='salesplan',
            constraint=models.UniqueConstraint(fields=('year', 'number'), name='salesplan_number_once'),
        ),
        migrations.AddConstraint(
            model_name='salesplan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('year',), name='salesplan_one_draft'),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.UniqueConstraint(fields=('plan', 'manager', 'product_group', 'clientele', 'month'), name='planline_cell_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.CheckConstraint(condition=models.Q(('month__range', (1, 12))), name='planline_month'),
        ),
        migrations.AddConstraint(
            model_name='planline',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='planline_not_negative'),
        ),
    ]
