import core.migrating
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# Bodies are RETURN expressions, not strings: a dump restores them in any order. Accents go, except
# the one that makes a letter of its own; every Cyrillic alphabet is kept. The grams of a word are its
# first letter, its first two and all its runs of three: substr() from one and two places before a
# word gives the first ones.
FORWARD = r"""
CREATE FUNCTION naryad_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    lower(normalize(
      regexp_replace(normalize(value, NFKD), '[\u0300-\u0305\u0307-\u036f]', '', 'g'), NFC
    )),
    '[^0-9a-z\u0400-\u04ff]+', ' ', 'g'
  ));

CREATE FUNCTION naryad_grams(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT substr(word, place, 3)
    FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word,
         generate_series(-1, length(word) - 2) AS place
  );
"""
BACKWARD = "DROP FUNCTION naryad_grams(text); DROP FUNCTION naryad_fold(text);"


class Migration(migrations.Migration):

    replaces = [('core', '0001_initial'), ('core', '0002_search_functions'), ('core', '0003_previews'), ('core', '0004_letter_files'), ('core', '0005_removed_files'), ('core', '0006_changesets'), ('core', '0007_export_log'), ('core', '0008_shared_views'), ('core', '0009_saved_view_in_words'), ('core', '0010_undone_in_pieces'), ('core', '0011_withdrawn_letters')]

    initial = True

    dependencies = [
        ('company', '0001_initial'),
    ]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='Attachment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('file', models.FileField(blank=True, upload_to='attachments/%Y/%m/')),
                        ('name', models.CharField(max_length=200, verbose_name='File')),
                        ('content_type', models.CharField(max_length=40)),
                        ('size_bytes', models.PositiveIntegerField()),
                        ('purpose', models.CharField(blank=True, max_length=20)),
                        ('added_at', models.DateTimeField()),
                        ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('preview', models.FileField(blank=True, upload_to='attachments/previews/%Y/%m/')),
                        ('preview_state', models.CharField(choices=[('none', 'Not needed'), ('waiting', 'Waiting'), ('made', 'Made'), ('failed', 'Cannot be made')], default='waiting', max_length=10)),
                        ('removal_reason', models.CharField(blank=True, max_length=250)),
                        ('removed_at', models.DateTimeField(null=True)),
                        ('removed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'Attached file',
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['owner_type', 'owner_id'], name='attachment_owner'), models.Index(condition=models.Q(('preview_state', 'waiting')), fields=['id'], name='attachment_unpreviewed')],
                        'permissions': [('remove_attachment', 'Remove an attached file')],
                    },
                ),
                migrations.CreateModel(
                    name='Document',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('kind', models.CharField(max_length=40)),
                        ('number', models.CharField(max_length=40, verbose_name='No.')),
                        ('revision', models.PositiveSmallIntegerField(default=1)),
                        ('content', models.JSONField()),
                        ('pdf', models.FileField(blank=True, upload_to='documents/%Y/%m/')),
                        ('sha256', models.CharField(blank=True, max_length=64)),
                        ('issued_at', models.DateTimeField()),
                        ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-issued_at', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('owner_type', 'owner_id', 'kind', 'revision'), name='document_revision_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(max_length=80)),
                        ('content', models.JSONField(default=dict)),
                        ('saved_at', models.DateTimeField()),
                        ('employee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['saved_at'], name='draft_saved_at')],
                        'constraints': [models.UniqueConstraint(fields=('employee', 'form'), name='draft_one_per_form')],
                    },
                ),
                migrations.CreateModel(
                    name='ExportLog',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('title', models.CharField(max_length=200, verbose_name='What')),
                        ('query', models.CharField(blank=True, max_length=2000, verbose_name='With the filters')),
                        ('file_format', models.CharField(max_length=10, verbose_name='As')),
                        ('count', models.PositiveIntegerField(verbose_name='Rows')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                    ],
                    options={
                        'verbose_name': 'Log of exports',
                        'ordering': ['-at', '-pk'],
                        'indexes': [models.Index(fields=['at', 'id'], name='export_log_at')],
                    },
                ),
                migrations.CreateModel(
                    name='Heartbeat',
                    fields=[
                        ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Installation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('demo_loaded_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='installation_one_row')],
                    },
                ),
                migrations.CreateModel(
                    name='Job',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=60)),
                        ('title', models.CharField(max_length=200, verbose_name='Work')),
                        ('arguments', models.JSONField(default=dict)),
                        ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('stopped', 'Stopped'), ('failed', 'Failed')], default='waiting', max_length=10, verbose_name='State')),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('runs', models.PositiveSmallIntegerField(default=0)),
                        ('checkpoint', models.JSONField(default=dict)),
                        ('stop_requested', models.BooleanField(default=False)),
                        ('error', models.TextField(blank=True)),
                        ('result', models.FileField(blank=True, upload_to='results/%Y/%m/')),
                        ('result_name', models.CharField(blank=True, max_length=200)),
                        ('created_at', models.DateTimeField()),
                        ('touched_at', models.DateTimeField()),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'indexes': [models.Index(condition=models.Q(('state__in', ['waiting', 'running'])), fields=['touched_at'], name='job_unfinished'), models.Index(fields=['by', '-id'], name='job_by')],
                    },
                ),
                migrations.CreateModel(
                    name='Changeset',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('title', models.CharField(max_length=250, verbose_name='What was done')),
                        ('at', models.DateTimeField(verbose_name='When')),
                        ('undo_until', models.DateTimeField(verbose_name='Can be undone until')),
                        ('undone_at', models.DateTimeField(null=True, verbose_name='Undone')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='Who')),
                        ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('left', models.JSONField(default=list)),
                        ('left_count', models.PositiveIntegerField(default=0)),
                        ('undo_done_at', models.DateTimeField(null=True)),
                        ('undo_job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.job')),
                        ('undone_to', models.BigIntegerField(null=True)),
                    ],
                    options={
                        'verbose_name': 'Change of many rows',
                        'ordering': ['-at', '-pk'],
                        'indexes': [models.Index(fields=['at', 'id'], name='changeset_at')],
                    },
                ),
                migrations.CreateModel(
                    name='ChangedRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('model', models.CharField(max_length=60)),
                        ('object_id', models.BigIntegerField()),
                        ('before', models.JSONField(null=True)),
                        ('after', models.JSONField(null=True)),
                        ('changeset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='core.changeset')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['model', 'object_id'], name='changed_row_object'), models.Index(fields=['changeset', 'id'], name='changed_row_of')],
                    },
                ),
                migrations.CreateModel(
                    name='OutgoingMessage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('key', models.CharField(max_length=200, unique=True)),
                        ('to', models.EmailField(max_length=254, verbose_name='To')),
                        ('subject', models.CharField(max_length=250, verbose_name='Subject')),
                        ('body', models.TextField(verbose_name='Text')),
                        ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sending', 'Unknown'), ('sent', 'Sent'), ('failed', 'Not sent'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=10, verbose_name='State')),
                        ('attempts', models.PositiveSmallIntegerField(default=0)),
                        ('next_try_at', models.DateTimeField()),
                        ('error', models.TextField(blank=True)),
                        ('created_at', models.DateTimeField()),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('documents', models.ManyToManyField(blank=True, to='core.document', verbose_name='Attached')),
                        ('attachments', models.ManyToManyField(blank=True, related_name='letters', to='core.attachment')),
                    ],
                    options={
                        'verbose_name': 'Outgoing letter',
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['owner_type', 'owner_id'], name='outgoing_owner'), models.Index(fields=['created_at', 'id'], name='outgoing_created_at'), models.Index(condition=models.Q(('state', 'sending')), fields=['next_try_at'], name='outgoing_unknown'), models.Index(condition=models.Q(('state', 'waiting')), fields=['next_try_at'], name='outgoing_due')],
                    },
                ),
                migrations.CreateModel(
                    name='SavedView',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('list_code', models.CharField(max_length=60)),
                        ('name', models.CharField(max_length=60, verbose_name='Name')),
                        ('query', models.CharField(max_length=2000)),
                        ('employee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('role', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='company.role', verbose_name='Role')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('role', None)), fields=('employee', 'list_code', 'name'), name='saved_view_name_once'), models.UniqueConstraint(condition=models.Q(('role__isnull', False)), fields=('role', 'list_code', 'name'), name='saved_view_of_role_once')],
                        'permissions': [('share_savedview', 'Keep views of lists for whole roles')],
                        'verbose_name': 'Saved view',
                    },
                ),
                migrations.CreateModel(
                    name='HomeView',
                    fields=[
                        ('employee', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                        ('view', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.savedview')),
                    ],
                ),
                migrations.CreateModel(
                    name='SecretLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('owner_type', models.CharField(editable=False, max_length=60)),
                        ('owner_id', models.BigIntegerField(editable=False)),
                        ('purpose', models.CharField(max_length=40)),
                        ('token_hash', models.CharField(max_length=64, unique=True)),
                        ('created_at', models.DateTimeField()),
                        ('valid_until', models.DateTimeField(null=True)),
                        ('revoked_at', models.DateTimeField(null=True)),
                        ('last_used_at', models.DateTimeField(null=True)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['owner_type', 'owner_id'], name='secret_link_owner')],
                    },
                ),
            ],
        ),
    ]
