import clients.search
import core.clock
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('clients', '0001_initial'), ('clients', '0002_structure'), ('clients', '0003_summaries'), ('clients', '0004_relation_rules'), ('clients', '0005_name_words'), ('clients', '0006_segments'), ('clients', '0007_imports'), ('clients', '0008_duplicates')]

    initial = True

    dependencies = [
        ('company', '__first__'),
        ('core', '0001_squashed_0007_export_log'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
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
                ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], db_default='consumer', default='consumer', max_length=10, verbose_name='Buys')),
                ('is_client', models.BooleanField(db_default=True, default=True, verbose_name='Client')),
                ('is_supplier', models.BooleanField(db_default=False, default=False, verbose_name='Supplier')),
                ('is_partner', models.BooleanField(db_default=False, default=False, verbose_name='Partner')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('folded_name', models.GeneratedField(db_persist=True, expression=clients.search.Fold(models.F('name')), output_field=models.TextField())),
                ('name_grams', models.GeneratedField(db_persist=True, expression=clients.search.Grams(models.F('name')), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                ('address', models.CharField(blank=True, max_length=250, verbose_name='Address')),
                ('note', models.TextField(blank=True, verbose_name='Note')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clients', to='clients.clientgroup', verbose_name='Group of organisations')),
                ('likes', models.TextField(blank=True, db_default='', verbose_name='Likes')),
                ('avoids', models.TextField(blank=True, db_default='', verbose_name='Avoids')),
                ('aim', models.TextField(blank=True, db_default='', verbose_name='Aim of the relation')),
                ('strategy', models.TextField(blank=True, db_default='', verbose_name='Agreed strategy')),
                ('own', models.JSONField(blank=True, db_default={}, default=dict, verbose_name='Own fields')),
                ('ad_source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clients', to='clients.adsource', verbose_name='Ad source')),
                ('price_level', models.CharField(default='retail', max_length=20, verbose_name='Price level')),
                ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount, %')),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clients', to=settings.AUTH_USER_MODEL, verbose_name='Manager')),
                ('created_at', models.DateTimeField(verbose_name='Registered')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField(default=1)),
                ('tags', models.ManyToManyField(blank=True, related_name='clients', to='clients.tag', verbose_name='Tags')),
            ],
            options={
                'verbose_name': 'Client',
                'permissions': [('set_terms_client', "Set a client's price level and discount"), ('import_client', 'Bring clients in from files'), ('merge_client', 'Merge clients that are one and the same')],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['own'], name='client_own', opclasses=['jsonb_path_ops']), models.Index(condition=models.Q(('email', ''), _negated=True), fields=['email'], name='client_email'), django.contrib.postgres.indexes.GinIndex(fields=['name_grams'], name='client_name_grams'), models.Index(fields=['folded_name', 'id'], name='client_folded_name'), models.Index(fields=['created_at', 'id'], name='client_created_at')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='client_has_a_name'), models.CheckConstraint(condition=models.Q(('discount_percent__range', (0, 100))), name='client_discount_range'), models.CheckConstraint(condition=models.Q(('is_client', True), ('is_supplier', True), ('is_partner', True), _connector='OR'), name='client_plays_a_part')],
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
                'indexes': [models.Index(condition=models.Q(('inn', ''), _negated=True), fields=['inn', 'kpp'], name='requisites_inn')],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='clients.client')),
                ('use', models.CharField(choices=[('delivery', 'Delivery and installation'), ('office', 'Office or shop'), ('postal', 'Post'), ('other', 'Other')], default='delivery', max_length=10, verbose_name='What for')),
                ('address', models.CharField(max_length=250, verbose_name='Address')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('client', 'address'), name='client_address_once')],
            },
        ),
        migrations.CreateModel(
            name='ClientEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.client')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('person', 'Private person'), ('organisation', 'Organisation')], default='person', max_length=12, verbose_name='Kind')),
                ('sector', models.CharField(choices=[('consumer', 'For themselves'), ('trade', 'For business')], db_default='consumer', default='consumer', max_length=10, verbose_name='Buys')),
                ('is_client', models.BooleanField(db_default=True, default=True, verbose_name='Client')),
                ('is_supplier', models.BooleanField(db_default=False, default=False, verbose_name='Supplier')),
                ('is_partner', models.BooleanField(db_default=False, default=False, verbose_name='Partner')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                ('address', models.CharField(blank=True, max_length=250, verbose_name='Address')),
                ('note', models.TextField(blank=True, verbose_name='Note')),
                ('group', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.clientgroup', verbose_name='Group of organisations')),
                ('likes', models.TextField(blank=True, db_default='', verbose_name='Likes')),
                ('avoids', models.TextField(blank=True, db_default='', verbose_name='Avoids')),
                ('aim', models.TextField(blank=True, db_default='', verbose_name='Aim of the relation')),
                ('strategy', models.TextField(blank=True, db_default='', verbose_name='Agreed strategy')),
                ('own', models.JSONField(blank=True, db_default={}, default=dict, verbose_name='Own fields')),
                ('ad_source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.adsource', verbose_name='Ad source')),
                ('price_level', models.CharField(default='retail', max_length=20, verbose_name='Price level')),
                ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount, %')),
                ('responsible', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Manager')),
                ('created_at', models.DateTimeField(verbose_name='Registered')),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='ClientTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='clients.client')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Target')),
            ],
            options={
                'ordering': ['-year'],
                'constraints': [models.UniqueConstraint(fields=('client', 'year'), name='client_target_once'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='client_target_is_positive')],
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
            name='ContactPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='clients.client', verbose_name='Client')),
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
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='clients.client')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='clients.contactperson')),
                ('e164', models.CharField(max_length=16, verbose_name='Phone')),
                ('extension', models.CharField(blank=True, max_length=10, verbose_name='Extension')),
                ('reversed_digits', models.CharField(editable=False, max_length=16)),
                ('is_main', models.BooleanField(default=False, verbose_name='Main')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('person'), nulls_first=True), '-is_main', 'pk'],
                'indexes': [models.Index(fields=['reversed_digits'], name='client_phone_reversed'), models.Index(fields=['e164'], name='client_phone_number')],
                'constraints': [models.UniqueConstraint(fields=('client', 'person', 'e164', 'extension'), name='client_phone_once', nulls_distinct=False), models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('client', 'person'), name='client_one_main_phone', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('e164__regex', '^\\+[1-9][0-9]{6,14}$')), name='client_phone_e164')],
            },
        ),
        migrations.CreateModel(
            name='ContactPersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.contactperson')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.client', verbose_name='Client')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('post', models.CharField(blank=True, max_length=120, verbose_name='Post')),
                ('part', models.CharField(blank=True, choices=[('user', 'User'), ('influencer', 'Influencer'), ('decides', 'Decision maker'), ('approver', 'Approver')], max_length=12, verbose_name='Part in a purchase')),
                ('birthday', models.DateField(blank=True, null=True, verbose_name='Birthday')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
                ('note', models.TextField(blank=True, verbose_name='Note')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='Works there no more since')),
                ('created_at', models.DateTimeField(verbose_name='Registered')),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
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
            name='DuplicatePair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='clients.duplicategroup')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.client')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clients.client')),
                ('score', models.PositiveSmallIntegerField()),
                ('reasons', models.JSONField(default=list)),
                ('found_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-score', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='duplicate_pair_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='duplicate_pair_order')],
            },
        ),
        migrations.CreateModel(
            name='DuplicateStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40, verbose_name='Step')),
                ('at', models.DateTimeField(verbose_name='When')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('note', models.TextField(blank=True, verbose_name='Remark')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='clients.duplicategroup')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Email',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.client')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.contactperson')),
                ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['email'], name='client_further_email')],
                'constraints': [models.UniqueConstraint(fields=('client', 'person', 'email'), name='client_email_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='ExternalKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='external_keys', to='clients.client')),
                ('code', models.CharField(max_length=100, unique=True, verbose_name='Number in another system')),
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
                ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.job')),
                ('changeset', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.changeset')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('uploaded_at', models.DateTimeField(verbose_name='Uploaded')),
                ('checked_at', models.DateTimeField(null=True)),
                ('begun_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
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
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='clients.import')),
                ('line', models.PositiveIntegerField()),
                ('verdict', models.CharField(choices=[('new', 'New'), ('updated', 'Updated'), ('same', 'Without changes'), ('duplicate', 'Duplicates'), ('wrong', 'With errors')], max_length=10)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('cells', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['line'],
                'indexes': [models.Index(fields=['of', 'verdict', 'line'], name='import_row_verdict')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='clients.client', verbose_name='Into the card')),
                ('into_pk', models.BigIntegerField(editable=False)),
                ('gone_pk', models.BigIntegerField(editable=False)),
                ('gone_name', models.CharField(max_length=200, verbose_name='Card that is gone')),
                ('changeset', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='core.changeset')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                ('at', models.DateTimeField(verbose_name='When')),
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
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.client')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='clients.contactperson')),
                ('service', models.CharField(choices=[('telegram', 'Telegram'), ('whatsapp', 'WhatsApp'), ('max', 'MAX'), ('viber', 'Viber'), ('vk', 'VK'), ('other', 'Other')], max_length=10, verbose_name='Messenger')),
                ('handle', models.CharField(max_length=120, verbose_name='Name or number there')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('client', 'person', 'service', 'handle'), name='client_messenger_once', nulls_distinct=False)],
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
            name='RelationLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relation_levels', to='clients.contactperson', verbose_name='Contact person')),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'Strained'), (2, 'Hardly know each other'), (3, 'Business'), (4, 'Trust'), (5, 'Our ally')], verbose_name='Level of relation')),
                ('at', models.DateTimeField(verbose_name='When')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='Note')),
            ],
            options={
                'ordering': ['-at', '-pk'],
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
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Made by')),
                ('clients_count', models.PositiveIntegerField(default=0, verbose_name='Clients')),
                ('counted_at', models.DateTimeField(verbose_name='Counted at')),
            ],
            options={
                'verbose_name': 'Segment',
                'indexes': [models.Index(fields=['folded_name', 'id'], name='segment_folded_name'), models.Index(fields=['clients_count', 'id'], name='segment_clients_count')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='segment_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='SegmentMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('segment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='clients.segment')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='frozen_in', to='clients.client')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('client', 'segment'), name='segment_member_once')],
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
            ],
            options={
                'verbose_name': 'Figures of a client',
                'indexes': [models.Index(fields=['ordered_sum', 'client'], name='summary_ordered'), models.Index(fields=['orders_count', 'client'], name='summary_orders'), models.Index(fields=['last_order_at', 'client'], name='summary_last_order'), models.Index(condition=models.Q(('debt_sum__gt', 0)), fields=['debt_sum', 'client'], name='summary_debt')],
            },
        ),
        migrations.CreateModel(
            name='RequisitesEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clients.requisites')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='clients.client')),
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
            model_name='contactperson',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (NEW."birthday", NEW."client_id", NEW."created_at", NEW."created_by_id", NEW."email", NEW."id", NEW."left_on", NEW."name", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post"); RETURN NULL;', hash='f2cadb49bbbd29c65a41cc623a777b1e9237020a', operation='INSERT', pgid='pgtrigger_insert_insert_e4a3f', table='clients_contactperson', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactperson',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."birthday" IS DISTINCT FROM (NEW."birthday") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."part" IS DISTINCT FROM (NEW."part") OR OLD."post" IS DISTINCT FROM (NEW."post"))', func='INSERT INTO "clients_contactpersonevent" ("birthday", "client_id", "created_at", "created_by_id", "email", "id", "left_on", "name", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post") VALUES (NEW."birthday", NEW."client_id", NEW."created_at", NEW."created_by_id", NEW."email", NEW."id", NEW."left_on", NEW."name", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post"); RETURN NULL;', hash='a1f679890ef7d238fec9387af721917342a5aa5e', operation='UPDATE', pgid='pgtrigger_update_update_c9d0e', table='clients_contactperson', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clients_clientevent" ("ad_source_id", "address", "aim", "avoids", "created_at", "created_by_id", "discount_percent", "email", "group_id", "id", "is_client", "is_partner", "is_supplier", "kind", "likes", "name", "note", "own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "responsible_id", "sector", "strategy", "version") VALUES (NEW."ad_source_id", NEW."address", NEW."aim", NEW."avoids", NEW."created_at", NEW."created_by_id", NEW."discount_percent", NEW."email", NEW."group_id", NEW."id", NEW."is_client", NEW."is_partner", NEW."is_supplier", NEW."kind", NEW."likes", NEW."name", NEW."note", NEW."own", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_level", NEW."responsible_id", NEW."sector", NEW."strategy", NEW."version"); RETURN NULL;', hash='98237a64585defadbe77c1bbe00f8005e43cbb4b', operation='INSERT', pgid='pgtrigger_insert_insert_a5391', table='clients_client', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='client',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ad_source_id" IS DISTINCT FROM (NEW."ad_source_id") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."aim" IS DISTINCT FROM (NEW."aim") OR OLD."avoids" IS DISTINCT FROM (NEW."avoids") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."discount_percent" IS DISTINCT FROM (NEW."discount_percent") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_client" IS DISTINCT FROM (NEW."is_client") OR OLD."is_partner" IS DISTINCT FROM (NEW."is_partner") OR OLD."is_supplier" IS DISTINCT FROM (NEW."is_supplier") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."likes" IS DISTINCT FROM (NEW."likes") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."own" IS DISTINCT FROM (NEW."own") OR OLD."price_level" IS DISTINCT FROM (NEW."price_level") OR OLD."responsible_id" IS DISTINCT FROM (NEW."responsible_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."strategy" IS DISTINCT FROM (NEW."strategy") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "clients_clientevent" ("ad_source_id", "address", "aim", "avoids", "created_at", "created_by_id", "discount_percent", "email", "group_id", "id", "is_client", "is_partner", "is_supplier", "kind", "likes", "name", "note", "own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "responsible_id", "sector", "strategy", "version") VALUES (NEW."ad_source_id", NEW."address", NEW."aim", NEW."avoids", NEW."created_at", NEW."created_by_id", NEW."discount_percent", NEW."email", NEW."group_id", NEW."id", NEW."is_client", NEW."is_partner", NEW."is_supplier", NEW."kind", NEW."likes", NEW."name", NEW."note", NEW."own", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_level", NEW."responsible_id", NEW."sector", NEW."strategy", NEW."version"); RETURN NULL;', hash='d90d4b0a2edd7032462706a5d0c4fc3304db9a8e', operation='UPDATE', pgid='pgtrigger_update_update_757e7', table='clients_client', when='AFTER')),
        ),
    ]
