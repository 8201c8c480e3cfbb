import clients.search
import core.clock
import core.migrating
import datetime
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('clients', '0001_initial'), ('clients', '0002_structure'), ('clients', '0003_summaries'), ('clients', '0004_relation_rules'), ('clients', '0005_name_words'), ('clients', '0006_segments'), ('clients', '0007_imports'), ('clients', '0008_duplicates'), ('clients', '0009_email_in_any_case'), ('clients', '0010_changes'), ('clients', '0011_history'), ('clients', '0012_bulk_changes'), ('clients', '0013_regulation'), ('clients', '0014_sorting'), ('clients', '0015_person_merges'), ('clients', '0016_personal_data'), ('clients', '0017_payment_terms'), ('clients', '0018_requisites_account'), ('clients', '0019_average_relation')]

    initial = True

    dependencies = [
        ('company', '0001_initial'),
        ('company', '0013_bank_accounts'),
        ('core', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='AdSource',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Ad source',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='AverageRelation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('counted_on', models.DateField(unique=True, verbose_name='Counted on')),
                        ('days', models.PositiveIntegerField(verbose_name='From the first order to the last, days')),
                        ('clients_count', models.PositiveIntegerField(verbose_name='Regular clients counted')),
                    ],
                    options={
                        'verbose_name': 'Average length of the relation',
                        'ordering': ['-counted_on'],
                    },
                ),
                migrations.CreateModel(
                    name='BulkChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('what', models.CharField(max_length=60)),
                        ('value', models.JSONField(null=True)),
                        ('along', models.JSONField(default=list)),
                        ('title', models.CharField(max_length=250, verbose_name='What is changed')),
                        ('pks', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('position', models.PositiveIntegerField(default=0)),
                        ('counts', models.JSONField(default=dict)),
                        ('changed_count', models.PositiveIntegerField(default=0, verbose_name='Clients changed')),
                        ('created_at', models.DateTimeField()),
                        ('begun_at', models.DateTimeField(null=True, verbose_name='When')),
                        ('done_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('changeset', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.changeset')),
                        ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.job')),
                    ],
                    options={
                        'verbose_name': 'Bulk change',
                        'ordering': ['-pk'],
                        'default_permissions': (),
                        'indexes': [models.Index(fields=['begun_at', 'id'], name='bulk_change_begun'), models.Index(fields=['by', '-id'], name='bulk_change_by')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientGroup',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Group of organisations',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='ColumnMapping',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('headings', models.CharField(max_length=64)),
                        ('columns', models.JSONField(default=list)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('kind', 'headings'), name='column_mapping_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ConsentText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('purpose', models.CharField(choices=[('processing', 'Processing of personal data'), ('advertising', 'Advertising'), ('photo', 'Publishing of photographs')], max_length=20, verbose_name='Purpose')),
                        ('valid_from', models.DateField(default=core.clock.today, verbose_name='Valid from')),
                        ('text', models.TextField(verbose_name='Text')),
                    ],
                    options={
                        'verbose_name': 'Text of a consent',
                        'ordering': ['purpose', '-valid_from', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='DuplicateGroup',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=250, verbose_name='Clients who look alike')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='Likeness')),
                        ('size', models.PositiveSmallIntegerField(verbose_name='Cards')),
                        ('status', models.CharField(choices=[('new', 'To be looked at'), ('merged', 'Merged'), ('rejected', 'Not a duplicate')], default='new', max_length=10, verbose_name='State')),
                        ('found_at', models.DateTimeField(verbose_name='Found')),
                    ],
                    options={
                        'verbose_name': 'Group of duplicates',
                        'indexes': [models.Index(fields=['score', 'id'], name='duplicate_group_score'), models.Index(fields=['found_at', 'id'], name='duplicate_group_found_at')],
                    },
                ),
                migrations.CreateModel(
                    name='DuplicateStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='clients.duplicategroup')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='EntryRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('attribute', models.CharField(max_length=60, verbose_name='What is due')),
                        ('kind', models.CharField(choices=[('person', 'Private person'), ('organisation', 'Organisation')], max_length=12, verbose_name='Kind')),
                        ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], max_length=10, verbose_name='Buys')),
                        ('stage', models.CharField(max_length=30, verbose_name='From which stage on')),
                        ('orders_from', models.PositiveSmallIntegerField(default=0)),
                        ('is_compulsory', models.BooleanField(default=False, verbose_name='Compulsory')),
                        ('hint', models.CharField(blank=True, max_length=250, verbose_name='Hint')),
                    ],
                    options={
                        'verbose_name': 'Entry regulation',
                        'ordering': ['orders_from', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('kind', 'sector', 'attribute'), name='entry_rule_once')],
                    },
                ),
                migrations.CreateModel(
                    name='EntryRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('attribute', models.CharField(max_length=60, verbose_name='What is due')),
                        ('kind', models.CharField(choices=[('person', 'Private person'), ('organisation', 'Organisation')], max_length=12, verbose_name='Kind')),
                        ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], max_length=10, verbose_name='Buys')),
                        ('stage', models.CharField(max_length=30, verbose_name='From which stage on')),
                        ('orders_from', models.PositiveSmallIntegerField(default=0)),
                        ('is_compulsory', models.BooleanField(default=False, verbose_name='Compulsory')),
                        ('hint', models.CharField(blank=True, max_length=250, verbose_name='Hint')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.entryrule')),
                    ],
                ),
                migrations.CreateModel(
                    name='Import',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('file', models.FileField(blank=True, upload_to='imports/%Y/%m/')),
                        ('name', models.CharField(max_length=200, verbose_name='File')),
                        ('headings', models.JSONField(default=list)),
                        ('columns', models.JSONField(default=list)),
                        ('counts', models.JSONField(default=dict)),
                        ('position', models.PositiveIntegerField(default=0)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('uploaded_at', models.DateTimeField(verbose_name='Uploaded')),
                        ('checked_at', models.DateTimeField(null=True)),
                        ('begun_at', models.DateTimeField(null=True)),
                        ('done_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('changeset', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.changeset')),
                        ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.job')),
                    ],
                    options={
                        'verbose_name': 'Import',
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['by', '-id'], name='import_by'), models.Index(fields=['uploaded_at'], name='import_uploaded_at')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('line', models.PositiveIntegerField()),
                        ('verdict', models.CharField(choices=[('new', 'New'), ('updated', 'Updated'), ('same', 'Without changes'), ('duplicate', 'Duplicates'), ('wrong', 'With errors')], max_length=10)),
                        ('title', models.CharField(blank=True, max_length=200)),
                        ('cells', models.JSONField(default=list)),
                        ('notes', models.JSONField(default=list)),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='clients.import')),
                    ],
                    options={
                        'ordering': ['line'],
                        'indexes': [models.Index(fields=['of', 'verdict', 'line'], name='import_row_verdict')],
                    },
                ),
                migrations.CreateModel(
                    name='NameWord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('word', models.TextField()),
                        ('reversed_word', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Reverse(models.F('word')), output_field=models.TextField())),
                    ],
                    options={
                        'default_permissions': (),
                        'indexes': [models.Index(fields=['word'], name='name_word'), models.Index(fields=['reversed_word'], name='name_word_reversed')],
                    },
                ),
                migrations.CreateModel(
                    name='RelationRules',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(default=core.clock.today, unique=True, verbose_name='Valid from')),
                        ('regular_from_orders', models.PositiveSmallIntegerField(default=2, verbose_name='Regular from … orders')),
                        ('sleeping_after_days', models.PositiveSmallIntegerField(default=365, verbose_name='Sleeping after … days without an order')),
                        ('lost_after_days', models.PositiveSmallIntegerField(default=730, verbose_name='Lost after … days without an order')),
                    ],
                    options={
                        'verbose_name': 'Rules of the relation state',
                        'ordering': ['-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('regular_from_orders__gte', 2)), name='relation_regular_from_two', violation_error_message='One purchase makes a new client, not a regular one.'), models.CheckConstraint(condition=models.Q(('lost_after_days__gt', models.F('sleeping_after_days'))), name='relation_lost_after_sleeping', violation_error_message='A client sleeps before they are lost.')],
                    },
                ),
                migrations.CreateModel(
                    name='Segment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=100, verbose_name='Name of the segment')),
                        ('folded_name', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower('name'), output_field=models.CharField(max_length=100))),
                        ('conditions', models.JSONField(db_default={}, default=dict)),
                        ('rights', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, default=list, size=None)),
                        ('is_frozen', models.BooleanField(default=False, verbose_name='Frozen')),
                        ('is_shared', models.BooleanField(default=False, verbose_name='For everybody')),
                        ('clients_count', models.PositiveIntegerField(default=0, verbose_name='Clients')),
                        ('counted_at', models.DateTimeField(verbose_name='Counted at')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Made by')),
                    ],
                    options={
                        'verbose_name': 'Segment',
                        'indexes': [models.Index(fields=['folded_name', 'id'], name='segment_folded_name'), models.Index(fields=['clients_count', 'id'], name='segment_clients_count')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='segment_has_a_name')],
                    },
                ),
                migrations.CreateModel(
                    name='Tag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                    ],
                    options={
                        'verbose_name': 'Tag',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Client',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('person', 'Private person'), ('organisation', 'Organisation')], default='person', max_length=12, verbose_name='Kind')),
                        ('name', models.CharField(max_length=200, verbose_name='Name')),
                        ('folded_name', models.GeneratedField(db_persist=True, expression=clients.search.Fold(models.F('name')), output_field=models.TextField())),
                        ('name_grams', models.GeneratedField(db_persist=True, expression=clients.search.Grams(models.F('name')), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('address', models.CharField(blank=True, max_length=250, verbose_name='Address')),
                        ('note', models.TextField(blank=True, verbose_name='Note')),
                        ('price_level', models.CharField(default='retail', max_length=20, verbose_name='Price level')),
                        ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount, %')),
                        ('created_at', models.DateTimeField(verbose_name='Registered')),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('ad_source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clients', to='clients.adsource', verbose_name='Ad source')),
                        ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clients', to=settings.AUTH_USER_MODEL, verbose_name='Manager')),
                        ('aim', models.TextField(blank=True, db_default='', verbose_name='Aim of the relation')),
                        ('avoids', models.TextField(blank=True, db_default='', verbose_name='Avoids')),
                        ('is_client', models.BooleanField(db_default=True, default=True, verbose_name='Client')),
                        ('is_partner', models.BooleanField(db_default=False, default=False, verbose_name='Partner')),
                        ('is_supplier', models.BooleanField(db_default=False, default=False, verbose_name='Supplier')),
                        ('likes', models.TextField(blank=True, db_default='', verbose_name='Likes')),
                        ('own', models.JSONField(blank=True, db_default={}, default=dict, verbose_name='Own fields')),
                        ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], db_default='consumer', default='consumer', max_length=10, verbose_name='Buys')),
                        ('strategy', models.TextField(blank=True, db_default='', verbose_name='Agreed strategy')),
                        ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clients', to='clients.clientgroup', verbose_name='Group of organisations')),
                        ('tags', models.ManyToManyField(blank=True, related_name='clients', to='clients.tag', verbose_name='Tags')),
                        ('credit_limit', models.DecimalField(blank=True, decimal_places=2, help_text='Empty: no limit.', max_digits=12, null=True, verbose_name='Credit limit')),
                        ('deferral_days', models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name='Payment is deferred for, days')),
                        ('deferral_unit', models.CharField(choices=[('working_days', 'working days'), ('days', 'calendar days')], db_default='working_days', default='working_days', max_length=15, verbose_name='Days of the deferral')),
                        ('is_credit_stopped', models.BooleanField(db_default=False, default=False, verbose_name='No more credit')),
                    ],
                    options={
                        'verbose_name': 'Client',
                        'permissions': [('set_terms_client', "Set a client's price level and discount"), ('import_client', 'Bring clients in from files'), ('bulk_client', 'Change many clients at once'), ('merge_client', 'Merge clients that are one and the same'), ('erase_client', 'Erase the personal data of a client for good')],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['name_grams'], name='client_name_grams'), models.Index(fields=['folded_name', 'id'], name='client_folded_name'), models.Index(fields=['created_at', 'id'], name='client_created_at'), django.contrib.postgres.indexes.GinIndex(fields=['own'], name='client_own', opclasses=['jsonb_path_ops']), models.Index(condition=models.Q(('email', ''), _negated=True), fields=['email'], name='client_email'), models.Index(django.db.models.functions.text.Upper('email'), name='client_email_in_any_case')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='client_has_a_name'), models.CheckConstraint(condition=models.Q(('discount_percent__range', (0, 100))), name='client_discount_range'), models.CheckConstraint(condition=models.Q(('is_client', True), ('is_supplier', True), ('is_partner', True), _connector='OR'), name='client_plays_a_part'), models.CheckConstraint(condition=models.Q(('credit_limit__gte', 0)), name='client_credit_limit')],
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('use', models.CharField(choices=[('delivery', 'Delivery and installation'), ('office', 'Office or shop'), ('postal', 'Post'), ('other', 'Other')], default='delivery', max_length=10, verbose_name='What for')),
                        ('address', models.CharField(max_length=250, verbose_name='Address')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='clients.client')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('client', 'address'), name='client_address_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AddressEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('use', models.CharField(choices=[('delivery', 'Delivery and installation'), ('office', 'Office or shop'), ('postal', 'Post'), ('other', 'Other')], default='delivery', max_length=10, verbose_name='What for')),
                        ('address', models.CharField(max_length=250, verbose_name='Address')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.address')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_address_history')],
                    },
                ),
                migrations.CreateModel(
                    name='CardView',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('hour', models.DateTimeField(verbose_name='When')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='views_of_card', to='clients.client')),
                        ('employee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who looked')),
                    ],
                    options={
                        'verbose_name': 'Look at a card',
                        'default_permissions': ('view',),
                        'indexes': [models.Index(fields=['hour', 'id'], name='card_view_hour')],
                        'constraints': [models.UniqueConstraint(fields=('client', 'hour', 'employee'), name='card_view_once_an_hour')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('person', 'Private person'), ('organisation', 'Organisation')], default='person', max_length=12, verbose_name='Kind')),
                        ('name', models.CharField(max_length=200, verbose_name='Name')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('address', models.CharField(blank=True, max_length=250, verbose_name='Address')),
                        ('note', models.TextField(blank=True, verbose_name='Note')),
                        ('price_level', models.CharField(default='retail', max_length=20, verbose_name='Price level')),
                        ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount, %')),
                        ('created_at', models.DateTimeField(verbose_name='Registered')),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('ad_source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.adsource', verbose_name='Ad source')),
                        ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.client')),
                        ('responsible', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Manager')),
                        ('aim', models.TextField(blank=True, db_default='', verbose_name='Aim of the relation')),
                        ('avoids', models.TextField(blank=True, db_default='', verbose_name='Avoids')),
                        ('is_client', models.BooleanField(db_default=True, default=True, verbose_name='Client')),
                        ('is_partner', models.BooleanField(db_default=False, default=False, verbose_name='Partner')),
                        ('is_supplier', models.BooleanField(db_default=False, default=False, verbose_name='Supplier')),
                        ('likes', models.TextField(blank=True, db_default='', verbose_name='Likes')),
                        ('own', models.JSONField(blank=True, db_default={}, default=dict, verbose_name='Own fields')),
                        ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], db_default='consumer', default='consumer', max_length=10, verbose_name='Buys')),
                        ('strategy', models.TextField(blank=True, db_default='', verbose_name='Agreed strategy')),
                        ('group', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.clientgroup', verbose_name='Group of organisations')),
                        ('credit_limit', models.DecimalField(blank=True, decimal_places=2, help_text='Empty: no limit.', max_digits=12, null=True, verbose_name='Credit limit')),
                        ('deferral_days', models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name='Payment is deferred for, days')),
                        ('deferral_unit', models.CharField(choices=[('working_days', 'working days'), ('days', 'calendar days')], db_default='working_days', default='working_days', max_length=15, verbose_name='Days of the deferral')),
                        ('is_credit_stopped', models.BooleanField(db_default=False, default=False, verbose_name='No more credit')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('pgh_label', 'update')), fields=['pgh_obj', 'pgh_created_at', 'pgh_id'], name='client_changes'), models.Index(fields=['pgh_obj', 'pgh_created_at'], name='client_history')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientSummary',
                    fields=[
                        ('client', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='summary', serialize=False, to='clients.client')),
                        ('orders_count', models.PositiveIntegerField(db_default=0, default=0, verbose_name='Orders')),
                        ('ordered_sum', models.DecimalField(db_default=0, decimal_places=2, default=0, max_digits=14, verbose_name='Ordered')),
                        ('paid_sum', models.DecimalField(db_default=0, decimal_places=2, default=0, max_digits=14, verbose_name='Paid')),
                        ('debt_sum', models.DecimalField(db_default=0, decimal_places=2, default=0, max_digits=14, verbose_name='Debt')),
                        ('first_order_at', models.DateTimeField(null=True, verbose_name='First order')),
                        ('last_order_at', models.DateTimeField(null=True, verbose_name='Last order')),
                        ('completeness', models.PositiveSmallIntegerField(db_default=100, default=100, verbose_name='Completeness, %')),
                        ('missing', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), db_default=[], default=list, size=None)),
                        ('last_order_sort', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('last_order_at'), models.Value(datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))), output_field=models.DateTimeField())),
                    ],
                    options={
                        'verbose_name': 'Figures of a client',
                        'indexes': [models.Index(fields=['ordered_sum', 'client'], name='summary_ordered'), models.Index(fields=['orders_count', 'client'], name='summary_orders'), models.Index(fields=['last_order_at', 'client'], name='summary_last_order'), models.Index(condition=models.Q(('debt_sum__gt', 0)), fields=['debt_sum', 'client'], name='summary_debt'), models.Index(condition=models.Q(('completeness__lt', 100)), fields=['completeness', 'client'], name='summary_completeness'), django.contrib.postgres.indexes.GinIndex(fields=['missing'], name='summary_missing'), models.Index(fields=['debt_sum', 'client'], name='summary_by_debt'), models.Index(fields=['last_order_sort', 'client'], name='summary_by_last_order')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientTag',
                    fields=[
                    ],
                    options={
                        'proxy': True,
                    },
                    bases=('clients.client_tags',),
                ),
                migrations.CreateModel(
                    name='ClientTagEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('client', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('tag', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.tag')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.clienttag')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_tag_history')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientTarget',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Target')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='clients.client')),
                    ],
                    options={
                        'ordering': ['-year'],
                        'constraints': [models.UniqueConstraint(fields=('client', 'year'), name='client_target_once'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='client_target_is_positive')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientTargetEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Target')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.clienttarget')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_target_history')],
                    },
                ),
                migrations.CreateModel(
                    name='ContactPerson',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=200, verbose_name='Name')),
                        ('folded_name', models.GeneratedField(db_persist=True, expression=clients.search.Fold(models.F('name')), output_field=models.TextField())),
                        ('name_grams', models.GeneratedField(db_persist=True, expression=clients.search.Grams(models.F('name')), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                        ('post', models.CharField(blank=True, max_length=120, verbose_name='Post')),
                        ('part', models.CharField(blank=True, choices=[('user', 'User'), ('influencer', 'Influencer'), ('decides', 'Decision maker'), ('approver', 'Approver')], max_length=12, verbose_name='Part in a purchase')),
                        ('birthday', models.DateField(blank=True, null=True, verbose_name='Birthday')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('note', models.TextField(blank=True, verbose_name='Note')),
                        ('left_on', models.DateField(blank=True, null=True, verbose_name='Works there no more since')),
                        ('created_at', models.DateTimeField(verbose_name='Registered')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='clients.client', verbose_name='Client')),
                        ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'Contact person',
                        'ordering': ['left_on', 'pk'],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['name_grams'], name='contact_person_name_grams'), models.Index(fields=['folded_name', 'id'], name='contact_person_folded_name')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='contact_person_has_a_name')],
                    },
                ),
                migrations.CreateModel(
                    name='ClientPhone',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('e164', models.CharField(max_length=16, verbose_name='Phone')),
                        ('extension', models.CharField(blank=True, max_length=10, verbose_name='Extension')),
                        ('reversed_digits', models.CharField(editable=False, max_length=16)),
                        ('is_main', models.BooleanField(default=False, verbose_name='Main')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='clients.contactperson')),
                    ],
                    options={
                        'ordering': [models.OrderBy(models.F('person'), nulls_first=True), '-is_main', 'pk'],
                        'indexes': [models.Index(fields=['reversed_digits'], name='client_phone_reversed'), models.Index(fields=['e164'], name='client_phone_number')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('e164__regex', '^\\+[1-9][0-9]{6,14}$')), name='client_phone_e164'), models.UniqueConstraint(fields=('client', 'person', 'e164', 'extension'), name='client_phone_once', nulls_distinct=False), models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('client', 'person'), name='client_one_main_phone', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='ClientPhoneEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('e164', models.CharField(max_length=16, verbose_name='Phone')),
                        ('extension', models.CharField(blank=True, max_length=10, verbose_name='Extension')),
                        ('is_main', models.BooleanField(default=False, verbose_name='Main')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.contactperson')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.clientphone')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_phone_history')],
                    },
                ),
                migrations.CreateModel(
                    name='Consent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('purpose', models.CharField(choices=[('processing', 'Processing of personal data'), ('advertising', 'Advertising'), ('photo', 'Publishing of photographs')], max_length=20, verbose_name='Purpose')),
                        ('channel', models.CharField(blank=True, choices=[('', '—'), ('phone', 'Calls'), ('sms', 'SMS'), ('email', 'E-mail'), ('messenger', 'Messengers'), ('post', 'Post')], max_length=12, verbose_name='Channel')),
                        ('source', models.CharField(choices=[('counter', 'At the counter'), ('paper', 'Signed paper'), ('site', 'On the site'), ('phone', 'By phone, recorded'), ('letter', 'By letter')], max_length=10, verbose_name='How it was given')),
                        ('given_at', models.DateTimeField(verbose_name='Given')),
                        ('withdrawn_at', models.DateTimeField(null=True, verbose_name='Withdrawn')),
                        ('withdrawal_note', models.CharField(blank=True, max_length=250, verbose_name='How it was withdrawn')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who noted it')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='clients.client', verbose_name='Client')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='consents', to='clients.contactperson', verbose_name='Contact person')),
                        ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='clients.consenttext', verbose_name='Version of the text')),
                    ],
                    options={
                        'verbose_name': 'Consent',
                        'ordering': ['-given_at', '-pk'],
                        'indexes': [models.Index(condition=models.Q(('purpose', 'advertising'), ('withdrawn_at', None)), fields=['channel', 'client'], name='consent_to_advertising')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('purpose', 'advertising'), models.Q(('channel', ''), _negated=True)), models.Q(models.Q(('purpose', 'advertising'), _negated=True), ('channel', '')), _connector='OR'), name='consent_channel_of_advertising')],
                    },
                ),
                migrations.CreateModel(
                    name='ContactPersonEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=200, verbose_name='Name')),
                        ('post', models.CharField(blank=True, max_length=120, verbose_name='Post')),
                        ('part', models.CharField(blank=True, choices=[('user', 'User'), ('influencer', 'Influencer'), ('decides', 'Decision maker'), ('approver', 'Approver')], max_length=12, verbose_name='Part in a purchase')),
                        ('birthday', models.DateField(blank=True, null=True, verbose_name='Birthday')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                        ('note', models.TextField(blank=True, verbose_name='Note')),
                        ('left_on', models.DateField(blank=True, null=True, verbose_name='Works there no more since')),
                        ('created_at', models.DateTimeField(verbose_name='Registered')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client', verbose_name='Client')),
                        ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.contactperson')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='contact_person_history')],
                    },
                ),
                migrations.CreateModel(
                    name='DifferentPeople',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.contactperson')),
                        ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.contactperson')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='different_people_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='different_people_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='DuplicatePair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.PositiveSmallIntegerField()),
                        ('reasons', models.JSONField(default=list)),
                        ('found_at', models.DateTimeField()),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.client')),
                        ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='clients.duplicategroup')),
                        ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.client')),
                    ],
                    options={
                        'ordering': ['-score', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='duplicate_pair_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='duplicate_pair_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Email',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.contactperson')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['email'], name='client_further_email'), models.Index(django.db.models.functions.text.Upper('email'), name='further_email_in_any_case')],
                        'constraints': [models.UniqueConstraint(fields=('client', 'person', 'email'), name='client_email_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='EmailEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.contactperson')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.email')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_email_history')],
                    },
                ),
                migrations.CreateModel(
                    name='Erasure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', models.TextField(verbose_name='Reason')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('wiped', models.JSONField(default=list)),
                        ('kept', models.JSONField(default=list)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('client', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='erasure', to='clients.client')),
                    ],
                    options={
                        'verbose_name': 'Erasure of personal data',
                        'default_permissions': (),
                    },
                ),
                migrations.CreateModel(
                    name='ExternalKey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=100, unique=True, verbose_name='Number in another system')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='external_keys', to='clients.client')),
                    ],
                ),
                migrations.CreateModel(
                    name='Merge',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('into_pk', models.BigIntegerField(editable=False)),
                        ('gone_pk', models.BigIntegerField(editable=False)),
                        ('gone_name', models.CharField(max_length=200, verbose_name='Card that is gone')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('changeset', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='core.changeset')),
                        ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='clients.client', verbose_name='Into the card')),
                    ],
                    options={
                        'verbose_name': 'Merge of clients',
                        'indexes': [models.Index(fields=['at', 'id'], name='merge_at'), models.Index(fields=['gone_pk'], name='merge_gone')],
                    },
                ),
                migrations.CreateModel(
                    name='Messenger',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('service', models.CharField(choices=[('telegram', 'Telegram'), ('whatsapp', 'WhatsApp'), ('max', 'MAX'), ('viber', 'Viber'), ('vk', 'VK'), ('other', 'Other')], max_length=10, verbose_name='Messenger')),
                        ('handle', models.CharField(max_length=120, verbose_name='Name or number there')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.contactperson')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('client', 'person', 'service', 'handle'), name='client_messenger_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='MessengerEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('service', models.CharField(choices=[('telegram', 'Telegram'), ('whatsapp', 'WhatsApp'), ('max', 'MAX'), ('viber', 'Viber'), ('vk', 'VK'), ('other', 'Other')], max_length=10, verbose_name='Messenger')),
                        ('handle', models.CharField(max_length=120, verbose_name='Name or number there')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client')),
                        ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.contactperson')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.messenger')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='client_messenger_history')],
                    },
                ),
                migrations.CreateModel(
                    name='PersonalRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('access', 'Access to the data'), ('rectification', 'Correction of wrong data'), ('blocking', 'End of the processing'), ('withdrawal', 'Withdrawal of the consent'), ('erasure', 'Erasure')], max_length=15, verbose_name='What is asked')),
                        ('source', models.CharField(choices=[('paper', 'On paper'), ('email', 'By e-mail'), ('counter', 'At the counter'), ('authority', 'Through the authority')], max_length=10, verbose_name='How it came')),
                        ('text', models.TextField(blank=True, verbose_name='In their words')),
                        ('received_on', models.DateField(verbose_name='Received on')),
                        ('due_at', models.DateTimeField(verbose_name='Answer is due')),
                        ('status', models.CharField(choices=[('new', 'In work'), ('done', 'Fulfilled'), ('refused', 'Refused')], default='new', max_length=10, verbose_name='State')),
                        ('is_prolonged', models.BooleanField(default=False)),
                        ('settled_at', models.DateTimeField(null=True, verbose_name='Answered')),
                        ('answer', models.TextField(blank=True, verbose_name='What was answered')),
                        ('created_at', models.DateTimeField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who noted it')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='personal_requests', to='clients.client', verbose_name='Client')),
                    ],
                    options={
                        'verbose_name': 'Request about personal data',
                        'permissions': [('handle_personalrequest', 'Handle requests about personal data')],
                        'default_permissions': (),
                        'indexes': [models.Index(fields=['due_at', 'id'], name='personal_request_due')],
                    },
                ),
                migrations.CreateModel(
                    name='PersonalRequestStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=40, verbose_name='Step')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.TextField(blank=True, verbose_name='Remark')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='clients.personalrequest')),
                    ],
                    options={
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PersonMerge',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('into_pk', models.BigIntegerField(editable=False)),
                        ('gone_client_id', models.BigIntegerField(editable=False)),
                        ('gone_name', models.CharField(max_length=200)),
                        ('at', models.DateTimeField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('changeset', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='person_merge', to='core.changeset')),
                        ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='clients.contactperson')),
                    ],
                    options={
                        'verbose_name': 'Merge of contact persons',
                    },
                ),
                migrations.CreateModel(
                    name='RelationLevel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('level', models.PositiveSmallIntegerField(choices=[(1, 'Strained'), (2, 'Hardly know each other'), (3, 'Business'), (4, 'Trust'), (5, 'Our ally')], verbose_name='Level of relation')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('note', models.CharField(blank=True, max_length=250, verbose_name='Note')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relation_levels', to='clients.contactperson', verbose_name='Contact person')),
                    ],
                    options={
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Requisites',
                    fields=[
                        ('client', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='requisites', serialize=False, to='clients.client')),
                        ('legal_name', models.CharField(blank=True, max_length=250, verbose_name='Full legal name')),
                        ('inn', models.CharField(blank=True, max_length=12, verbose_name='INN')),
                        ('kpp', models.CharField(blank=True, max_length=9, verbose_name='KPP')),
                        ('ogrn', models.CharField(blank=True, max_length=15, verbose_name='OGRN')),
                        ('legal_address', models.CharField(blank=True, max_length=250, verbose_name='Legal address')),
                        ('signatory', models.CharField(blank=True, max_length=250, verbose_name='Who signs and on what ground')),
                        ('bank_name', models.CharField(blank=True, max_length=200, verbose_name='Bank')),
                        ('bik', models.CharField(blank=True, max_length=9, verbose_name='BIK')),
                        ('account', models.CharField(blank=True, max_length=20, verbose_name='Settlement account')),
                        ('correspondent_account', models.CharField(blank=True, max_length=20, verbose_name='Correspondent account')),
                    ],
                    options={
                        'verbose_name': 'Requisites',
                        'indexes': [models.Index(condition=models.Q(('inn', ''), _negated=True), fields=['inn', 'kpp'], name='requisites_inn'), models.Index(condition=models.Q(('account', ''), _negated=True), fields=['account'], name='requisites_account')],
                    },
                ),
                migrations.CreateModel(
                    name='RequisitesEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('legal_name', models.CharField(blank=True, max_length=250, verbose_name='Full legal name')),
                        ('inn', models.CharField(blank=True, max_length=12, verbose_name='INN')),
                        ('kpp', models.CharField(blank=True, max_length=9, verbose_name='KPP')),
                        ('ogrn', models.CharField(blank=True, max_length=15, verbose_name='OGRN')),
                        ('legal_address', models.CharField(blank=True, max_length=250, verbose_name='Legal address')),
                        ('signatory', models.CharField(blank=True, max_length=250, verbose_name='Who signs and on what ground')),
                        ('bank_name', models.CharField(blank=True, max_length=200, verbose_name='Bank')),
                        ('bik', models.CharField(blank=True, max_length=9, verbose_name='BIK')),
                        ('account', models.CharField(blank=True, max_length=20, verbose_name='Settlement account')),
                        ('correspondent_account', models.CharField(blank=True, max_length=20, verbose_name='Correspondent account')),
                        ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='clients.client')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.requisites')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['client', 'pgh_created_at'], name='requisites_history')],
                    },
                ),
                migrations.CreateModel(
                    name='SegmentMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='frozen_in', to='clients.client')),
                        ('segment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='clients.segment')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('client', 'segment'), name='segment_member_once')],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='entryrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_entryruleevent" ("attribute", "hint", "id", "is_compulsory", "kind", "orders_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "stage") VALUES (NEW."attribute", NEW."hint", NEW."id", NEW."is_compulsory", NEW."kind", NEW."orders_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sector", NEW."stage"); RETURN NULL;', hash='be3c6bac3cb8f605765646ae58da790a15c6a415', operation='INSERT', pgid='pgtrigger_insert_insert_71d8f', table='clients_entryrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='entryrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_entryruleevent" ("attribute", "hint", "id", "is_compulsory", "kind", "orders_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "stage") VALUES (NEW."attribute", NEW."hint", NEW."id", NEW."is_compulsory", NEW."kind", NEW."orders_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sector", NEW."stage"); RETURN NULL;', hash='b07f1230cc20ffe22c32d183243eae69076e9f61', operation='UPDATE', pgid='pgtrigger_update_update_27bdd', table='clients_entryrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='client_summary', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO clients_clientsummary (client_id) VALUES (NEW.id); RETURN NEW;', hash='a40ceee6c7a5bb5f25b7200ff8e2a192af65a6c4', operation='INSERT', pgid='pgtrigger_client_summary_c8d0a', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='client_name_words', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    INSERT INTO clients_nameword (word)\n    SELECT DISTINCT said FROM unnest(string_to_array(NEW.folded_name, ' ')) AS said\n    WHERE length(said) > 3 AND said !~ '[0-9]'\n      AND NOT EXISTS (SELECT FROM clients_nameword WHERE word = said);\n    RETURN NEW;\n", hash='b371e4092f32aeeaefbe41c3c2757a5f77072098', operation='INSERT OR UPDATE OF "name"', pgid='pgtrigger_client_name_words_c3150', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='0f917653dbe583d087f1e3e8c3a95bd57dabe98d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_e7c0a', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT id FROM new_rows UNION SELECT id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='b74b7a67e042ee0eb36383a7ce392a07b0d891bd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_e65d7', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clientevent" ("ad_source_id", "address", "aim", "avoids", "created_at", "created_by_id", "credit_limit", "deferral_days", "deferral_unit", "discount_percent", "email", "group_id", "id", "is_client", "is_credit_stopped", "is_partner", "is_supplier", "kind", "likes", "name", "note", "own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "responsible_id", "sector", "strategy", "version") VALUES (NEW."ad_source_id", NEW."address", NEW."aim", NEW."avoids", NEW."created_at", NEW."created_by_id", NEW."credit_limit", NEW."deferral_days", NEW."deferral_unit", NEW."discount_percent", NEW."email", NEW."group_id", NEW."id", NEW."is_client", NEW."is_credit_stopped", NEW."is_partner", NEW."is_supplier", NEW."kind", NEW."likes", NEW."name", NEW."note", NEW."own", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_level", NEW."responsible_id", NEW."sector", NEW."strategy", NEW."version"); RETURN NULL;', hash='7752f3ddcd4b71c4f085331a4316530a449b2b4d', operation='INSERT', pgid='pgtrigger_insert_insert_a5391', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ad_source_id" IS DISTINCT FROM (NEW."ad_source_id") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."aim" IS DISTINCT FROM (NEW."aim") OR OLD."avoids" IS DISTINCT FROM (NEW."avoids") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."credit_limit" IS DISTINCT FROM (NEW."credit_limit") OR OLD."deferral_days" IS DISTINCT FROM (NEW."deferral_days") OR OLD."deferral_unit" IS DISTINCT FROM (NEW."deferral_unit") OR OLD."discount_percent" IS DISTINCT FROM (NEW."discount_percent") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_client" IS DISTINCT FROM (NEW."is_client") OR OLD."is_credit_stopped" IS DISTINCT FROM (NEW."is_credit_stopped") OR OLD."is_partner" IS DISTINCT FROM (NEW."is_partner") OR OLD."is_supplier" IS DISTINCT FROM (NEW."is_supplier") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."likes" IS DISTINCT FROM (NEW."likes") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."own" IS DISTINCT FROM (NEW."own") OR OLD."price_level" IS DISTINCT FROM (NEW."price_level") OR OLD."responsible_id" IS DISTINCT FROM (NEW."responsible_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."strategy" IS DISTINCT FROM (NEW."strategy"))', func='INSERT INTO "clients_clientevent" ("ad_source_id", "address", "aim", "avoids", "created_at", "created_by_id", "credit_limit", "deferral_days", "deferral_unit", "discount_percent", "email", "group_id", "id", "is_client", "is_credit_stopped", "is_partner", "is_supplier", "kind", "likes", "name", "note", "own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "responsible_id", "sector", "strategy", "version") VALUES (NEW."ad_source_id", NEW."address", NEW."aim", NEW."avoids", NEW."created_at", NEW."created_by_id", NEW."credit_limit", NEW."deferral_days", NEW."deferral_unit", NEW."discount_percent", NEW."email", NEW."group_id", NEW."id", NEW."is_client", NEW."is_credit_stopped", NEW."is_partner", NEW."is_supplier", NEW."kind", NEW."likes", NEW."name", NEW."note", NEW."own", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_level", NEW."responsible_id", NEW."sector", NEW."strategy", NEW."version"); RETURN NULL;', hash='15597e6c8d2957669fa59ad2fc8e65641fe37c1e', operation='UPDATE', pgid='pgtrigger_update_update_757e7', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='client',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clientevent" ("ad_source_id", "address", "aim", "avoids", "created_at", "created_by_id", "credit_limit", "deferral_days", "deferral_unit", "discount_percent", "email", "group_id", "id", "is_client", "is_credit_stopped", "is_partner", "is_supplier", "kind", "likes", "name", "note", "own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "responsible_id", "sector", "strategy", "version") VALUES (OLD."ad_source_id", OLD."address", OLD."aim", OLD."avoids", OLD."created_at", OLD."created_by_id", OLD."credit_limit", OLD."deferral_days", OLD."deferral_unit", OLD."discount_percent", OLD."email", OLD."group_id", OLD."id", OLD."is_client", OLD."is_credit_stopped", OLD."is_partner", OLD."is_supplier", OLD."kind", OLD."likes", OLD."name", OLD."note", OLD."own", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price_level", OLD."responsible_id", OLD."sector", OLD."strategy", OLD."version"); RETURN NULL;', hash='1091d1f88398afecef001d33eecce01a3ad11d59', operation='DELETE', pgid='pgtrigger_delete_delete_f8895', table='clients_client', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='address',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_addressevent" ("address", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "use") VALUES (NEW."address", NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."use"); RETURN NULL;', hash='e55cf5df8491da30c8ed4a51c21491063a237d84', operation='INSERT', pgid='pgtrigger_insert_insert_29a41', table='clients_address', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='address',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_addressevent" ("address", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "use") VALUES (NEW."address", NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."use"); RETURN NULL;', hash='af1746c7fc5a42dfc671c461cdb9d506172bc68a', operation='UPDATE', pgid='pgtrigger_update_update_5a98c', table='clients_address', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='address',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_addressevent" ("address", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "use") VALUES (OLD."address", OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."use"); RETURN NULL;', hash='6f882c56c1f0d8418bc3a42211b526d6c33df731', operation='DELETE', pgid='pgtrigger_delete_delete_20c11', table='clients_address', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='address',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_addressevent" ("address", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "use") VALUES (OLD."address", OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'left\', OLD."id", OLD."use"); RETURN NULL;', hash='173e00d6c1e4d0dc3c8ca86419ce751f24495aa2', operation='UPDATE', pgid='pgtrigger_left_update_f933d', table='clients_address', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientsummary',
                    trigger=pgtrigger.compiler.Trigger(name='completeness', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."orders_count" IS DISTINCT FROM (NEW."orders_count"))', declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT NEW.client_id) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='8d3e064123e698818d2ebff7fff8615fac948a48', operation='UPDATE OF "orders_count"', pgid='pgtrigger_completeness_c2799', table='clients_clientsummary', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clienttagevent" ("client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."tag_id"); RETURN NULL;', hash='d69c86b22ec1a855f6ee50a9ee9883161061868c', operation='INSERT', pgid='pgtrigger_insert_insert_f3648', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_clienttagevent" ("client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."tag_id"); RETURN NULL;', hash='722409c08a7723c1f8f515e9ae7cbfd2a92fdf5a', operation='UPDATE', pgid='pgtrigger_update_update_2a73b', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clienttagevent" ("client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."tag_id"); RETURN NULL;', hash='e7cf98576ee5c7d0ea4ce23ca4f6f5e7cfaa593a', operation='DELETE', pgid='pgtrigger_delete_delete_f63bb', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_clienttagevent" ("client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'left\', OLD."id", OLD."tag_id"); RETURN NULL;', hash='26b4267da45a706785f55ee705d790c3fe0164fc', operation='UPDATE', pgid='pgtrigger_left_update_abafa', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='ee30a672650c91d4c49a06adb23cbe31fccd3e56', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_cdc11', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows UNION SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='4e8f9d37f6c91483ee6fd2895d9f52e409b398d7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_22810', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttag',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='c7cfaeb5dc39abaaec457645d8551ee113ebab47', level='STATEMENT', operation='DELETE', pgid='pgtrigger_completeness_delete_884f1', referencing='REFERENCING OLD TABLE AS old_rows ', table='clients_client_tags', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttarget',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clienttargetevent" ("amount", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."year"); RETURN NULL;', hash='3391ca9b50b9b6943489b558296bd1b46ebd261c', operation='INSERT', pgid='pgtrigger_insert_insert_4dddd', table='clients_clienttarget', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttarget',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_clienttargetevent" ("amount", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."client_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."year"); RETURN NULL;', hash='c388039ff948fb2ccb222990f76acf6db2db9bf6', operation='UPDATE', pgid='pgtrigger_update_update_ebd21', table='clients_clienttarget', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttarget',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clienttargetevent" ("amount", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."amount", OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."year"); RETURN NULL;', hash='6442280ce340e589830b04a568da93a2cc311f5e', operation='DELETE', pgid='pgtrigger_delete_delete_0b8ad', table='clients_clienttarget', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clienttarget',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_clienttargetevent" ("amount", "client_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."amount", OLD."client_id", OLD."id", _pgh_attach_context(), NOW(), \'left\', OLD."id", OLD."year"); RETURN NULL;', hash='573eb35f5bb69ba97716875cb1bc577a23d9b5c2', operation='UPDATE', pgid='pgtrigger_left_update_e31de', table='clients_clienttarget', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (NEW."birthday", NEW."client_id", NEW."created_at", NEW."created_by_id", NEW."email", NEW."id", NEW."left_on", NEW."name", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post"); RETURN NULL;', hash='f2cadb49bbbd29c65a41cc623a777b1e9237020a', operation='INSERT', pgid='pgtrigger_insert_insert_e4a3f', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."birthday" IS DISTINCT FROM (NEW."birthday") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."part" IS DISTINCT FROM (NEW."part") OR OLD."post" IS DISTINCT FROM (NEW."post"))', func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (NEW."birthday", NEW."client_id", NEW."created_at", NEW."created_by_id", NEW."email", NEW."id", NEW."left_on", NEW."name", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post"); RETURN NULL;', hash='a1f679890ef7d238fec9387af721917342a5aa5e', operation='UPDATE', pgid='pgtrigger_update_update_c9d0e', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (OLD."birthday", OLD."client_id", OLD."created_at", OLD."created_by_id", OLD."email", OLD."id", OLD."left_on", OLD."name", OLD."note", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post"); RETURN NULL;', hash='8272e13dd1a03b7cb2a74d4069cececbe02f81e9', operation='DELETE', pgid='pgtrigger_delete_delete_57ced', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (OLD."birthday", OLD."client_id", OLD."created_at", OLD."created_by_id", OLD."email", OLD."id", OLD."left_on", OLD."name", OLD."note", OLD."part", _pgh_attach_context(), NOW(), \'left\', OLD."id", OLD."post"); RETURN NULL;', hash='d777b6215feb56c66823ed86135345b1b02f63a3', operation='UPDATE', pgid='pgtrigger_left_update_4ff58', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='af4f8128f1456125aa80e1121a606fd4da9a14c1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_f96c0', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows UNION SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='f8ab9b5105bf73f4a1362bd7d0d7a6c971d00783', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_5e1dd', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contactperson',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='a6881441430a40d41778a61c8c80efb518b09cbe', level='STATEMENT', operation='DELETE', pgid='pgtrigger_completeness_delete_79b94', referencing='REFERENCING OLD TABLE AS old_rows ', table='clients_contactperson', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clientphoneevent" ("client_id", "e164", "extension", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."client_id", NEW."e164", NEW."extension", NEW."id", NEW."is_main", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='2dc5764b081f06d81ae67d2b6ae01041f3a1413e', operation='INSERT', pgid='pgtrigger_insert_insert_b57a4', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."e164" IS DISTINCT FROM (NEW."e164") OR OLD."extension" IS DISTINCT FROM (NEW."extension") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_main" IS DISTINCT FROM (NEW."is_main") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func='INSERT INTO "clients_clientphoneevent" ("client_id", "e164", "extension", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."client_id", NEW."e164", NEW."extension", NEW."id", NEW."is_main", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='ccdd8a4ac0e01fd9f70e71f018ab021c11f5b144', operation='UPDATE', pgid='pgtrigger_update_update_17712', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clientphoneevent" ("client_id", "e164", "extension", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."client_id", OLD."e164", OLD."extension", OLD."id", OLD."is_main", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='731eae848c5cb44e06fa337b18542e2bcb176d27', operation='DELETE', pgid='pgtrigger_delete_delete_99e88', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_clientphoneevent" ("client_id", "e164", "extension", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."client_id", OLD."e164", OLD."extension", OLD."id", OLD."is_main", OLD."person_id", _pgh_attach_context(), NOW(), \'left\', OLD."id"); RETURN NULL;', hash='27dc8991391ba05e1dc667ada34f6d0044665cce', operation='UPDATE', pgid='pgtrigger_left_update_640d1', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='a9f40a3ab3506e970f35849622fdfa83f86a04d7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_8e448', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows UNION SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='d627e1a9a8bb17043d188011a045e1f6928bda1f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_23e32', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clientphone',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='2f9ddc6fc90d742a4544c044cad8ee54289dfe5b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_completeness_delete_49b60', referencing='REFERENCING OLD TABLE AS old_rows ', table='clients_clientphone', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='email',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_emailevent" ("client_id", "email", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."client_id", NEW."email", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='3b3130146d4eb1308d41d9b7ec0ff3b894717a84', operation='INSERT', pgid='pgtrigger_insert_insert_65df2', table='clients_email', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='email',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_emailevent" ("client_id", "email", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."client_id", NEW."email", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='b25fe2e68fe21073aeeca4e441f8588f1861cf5b', operation='UPDATE', pgid='pgtrigger_update_update_da1e6', table='clients_email', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='email',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_emailevent" ("client_id", "email", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."client_id", OLD."email", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e0917016fc7e6d9185e4b0100db0abc36427020c', operation='DELETE', pgid='pgtrigger_delete_delete_4670f', table='clients_email', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='email',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_emailevent" ("client_id", "email", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."client_id", OLD."email", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'left\', OLD."id"); RETURN NULL;', hash='9c570576a24b02deaa8d74eaef13b4ca4a2d2b0b', operation='UPDATE', pgid='pgtrigger_left_update_47c08', table='clients_email', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_messengerevent" ("client_id", "handle", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") VALUES (NEW."client_id", NEW."handle", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."service"); RETURN NULL;', hash='4ee8c6218f277ed8fe6102fb4d99779c2b71dece', operation='INSERT', pgid='pgtrigger_insert_insert_a9b8c', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_messengerevent" ("client_id", "handle", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") VALUES (NEW."client_id", NEW."handle", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."service"); RETURN NULL;', hash='8541ce9a1578274698bd03eaab6a22c5b6cb8ce6', operation='UPDATE', pgid='pgtrigger_update_update_00085', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_messengerevent" ("client_id", "handle", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") VALUES (OLD."client_id", OLD."handle", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."service"); RETURN NULL;', hash='0b57ade858292ce6e7ce37ef23582e3b5b4e1181', operation='DELETE', pgid='pgtrigger_delete_delete_5bdd7', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_messengerevent" ("client_id", "handle", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") VALUES (OLD."client_id", OLD."handle", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'left\', OLD."id", OLD."service"); RETURN NULL;', hash='1d56ec8421199329ad2412fcbd5e37f53c04b740', operation='UPDATE', pgid='pgtrigger_left_update_8b138', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='967cc25d4c6957474615b6f14535c0bcafd44d37', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_50e15', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows UNION SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='49b28f5158e7c0abbfe4d0dc6bbc3910e481ef43', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_c49f9', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messenger',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='095a77c97e8980f43bd2806e4331aaa4702114f8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_completeness_delete_4c142', referencing='REFERENCING OLD TABLE AS old_rows ', table='clients_messenger', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_requisitesevent" ("account", "bank_name", "bik", "client_id", "correspondent_account", "inn", "kpp", "legal_address", "legal_name", "ogrn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatory") VALUES (NEW."account", NEW."bank_name", NEW."bik", NEW."client_id", NEW."correspondent_account", NEW."inn", NEW."kpp", NEW."legal_address", NEW."legal_name", NEW."ogrn", _pgh_attach_context(), NOW(), \'insert\', NEW."client_id", NEW."signatory"); RETURN NULL;', hash='ea5bb3c4184da4403b66769965acd7534b9c1ab4', operation='INSERT', pgid='pgtrigger_insert_insert_9b7e7', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clients_requisitesevent" ("account", "bank_name", "bik", "client_id", "correspondent_account", "inn", "kpp", "legal_address", "legal_name", "ogrn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatory") VALUES (NEW."account", NEW."bank_name", NEW."bik", NEW."client_id", NEW."correspondent_account", NEW."inn", NEW."kpp", NEW."legal_address", NEW."legal_name", NEW."ogrn", _pgh_attach_context(), NOW(), \'update\', NEW."client_id", NEW."signatory"); RETURN NULL;', hash='24e1e6a30b6629e7c03b2384185dad25b0489c2b', operation='UPDATE', pgid='pgtrigger_update_update_95ce0', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_requisitesevent" ("account", "bank_name", "bik", "client_id", "correspondent_account", "inn", "kpp", "legal_address", "legal_name", "ogrn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatory") VALUES (OLD."account", OLD."bank_name", OLD."bik", OLD."client_id", OLD."correspondent_account", OLD."inn", OLD."kpp", OLD."legal_address", OLD."legal_name", OLD."ogrn", _pgh_attach_context(), NOW(), \'delete\', OLD."client_id", OLD."signatory"); RETURN NULL;', hash='1feedfb1f0b2e6847d7c21c99599ed1baa153812', operation='DELETE', pgid='pgtrigger_delete_delete_97ff9', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='left_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id"))', func='INSERT INTO "clients_requisitesevent" ("account", "bank_name", "bik", "client_id", "correspondent_account", "inn", "kpp", "legal_address", "legal_name", "ogrn", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signatory") VALUES (OLD."account", OLD."bank_name", OLD."bik", OLD."client_id", OLD."correspondent_account", OLD."inn", OLD."kpp", OLD."legal_address", OLD."legal_name", OLD."ogrn", _pgh_attach_context(), NOW(), \'left\', OLD."client_id", OLD."signatory"); RETURN NULL;', hash='d4441794f850e4255ef12ca1f99d9fa660e03327', operation='UPDATE', pgid='pgtrigger_left_update_29a20', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_insert', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='9451ce13c6d788e4aee11a8113c0e5fba8a944c6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_completeness_insert_6e5df', referencing='REFERENCING NEW TABLE AS new_rows ', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_update', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM new_rows UNION SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='964c178365a04a739d6cac020983da022cbedcad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_completeness_update_96aeb', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='clients_requisites', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requisites',
                    trigger=pgtrigger.compiler.Trigger(name='completeness_delete', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint[];', func="\n        IF NOT EXISTS (SELECT FROM clients_entryrule) THEN RETURN NULL; END IF;\n        SELECT array_agg(DISTINCT client_id) INTO touched FROM (SELECT client_id FROM old_rows) changed (client_id);\n        IF touched IS NULL THEN RETURN NULL; END IF;\n        PERFORM 1 FROM clients_clientsummary WHERE client_id = ANY (touched)\n        ORDER BY client_id FOR UPDATE;\n        \n    UPDATE clients_clientsummary kept\n    SET missing = counted.missing, completeness = counted.completeness\n    FROM (\n    SELECT client.id AS client_id,\n        coalesce(array_agg(asked.attribute ORDER BY asked.rule_id)\n            FILTER (WHERE NOT asked.is_given), ARRAY[]::varchar[]) AS missing,\n        coalesce(round(100.0 * count(*) FILTER (WHERE asked.is_given)\n            / nullif(count(asked.attribute), 0)), 100) AS completeness\n    FROM clients_client client\n    LEFT JOIN (\n    SELECT client.id AS client_id, rule.id AS rule_id, rule.attribute, rule.is_compulsory,\n        rule.orders_from, summary.orders_count >= rule.orders_from AS is_due,\n        \n    CASE rule.attribute\n        WHEN 'phone' THEN EXISTS (SELECT FROM clients_clientphone WHERE client_id = client.id)\n        WHEN 'messengers' THEN EXISTS (\n            SELECT FROM clients_messenger WHERE client_id = client.id)\n        WHEN 'tags' THEN EXISTS (SELECT FROM clients_client_tags WHERE client_id = client.id)\n        WHEN 'people' THEN EXISTS (\n            SELECT FROM clients_contactperson WHERE client_id = client.id AND left_on IS NULL)\n        WHEN 'decision_maker' THEN EXISTS (\n            SELECT FROM clients_contactperson\n            WHERE client_id = client.id AND left_on IS NULL AND part = 'decides')\n        ELSE CASE WHEN starts_with(rule.attribute, 'own.')\n            THEN (client.own -> substr(rule.attribute, 5)) IS NOT NULL\n            ELSE coalesce(\n                said ->> rule.attribute, said ->> (rule.attribute || '_id'),\n                to_jsonb(requisites) ->> rule.attribute, '') <> ''\n        END\n    END\n AS is_given\n    FROM clients_client client\n    JOIN clients_clientsummary summary ON summary.client_id = client.id\n    JOIN clients_entryrule rule ON rule.kind = client.kind AND rule.sector = client.sector\n    LEFT JOIN clients_requisites requisites ON requisites.client_id = client.id\n    CROSS JOIN LATERAL (SELECT to_jsonb(shown) AS said FROM (SELECT client.name, client.email,\n        client.address, client.note, client.likes, client.avoids, client.aim, client.strategy,\n        client.group_id, client.ad_source_id) shown) card\n    WHERE client.is_client AND client.id = ANY (touched) AND \n    (NOT starts_with(rule.attribute, 'own.') OR EXISTS (\n        SELECT FROM company_ownfield field\n        WHERE 'f' || field.id = substr(rule.attribute, 5) AND field.is_active))\n\n) asked ON asked.client_id = client.id AND asked.is_due\n    WHERE client.id = ANY (touched) GROUP BY client.id\n) counted\n    WHERE kept.client_id = counted.client_id AND\n        (kept.missing, kept.completeness) IS DISTINCT FROM (counted.missing, counted.completeness)\n;\n        RETURN NULL;\n    ", hash='d15565d5b727700f289a6fc3a355a264da299a18', level='STATEMENT', operation='DELETE', pgid='pgtrigger_completeness_delete_27468', referencing='REFERENCING OLD TABLE AS old_rows ', table='clients_requisites', when='AFTER')),
                ),
            ],
        ),
    ]
