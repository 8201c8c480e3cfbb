import core.clock
import core.migrating
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('catalog', '0001_initial'), ('catalog', '0002_discount_policy')]

    initial = True

    dependencies = [
        ('clients', '0001_initial'),
        ('company', '0001_initial'),
        ('core', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        core.migrating.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='DiscountRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('figure', models.CharField(blank=True, max_length=40, verbose_name='Value of the client by')),
                        ('figure_from', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='Value from')),
                        ('margin_from', models.DecimalField(blank=True, decimal_places=1, help_text='Before the discount. Empty: any.', max_digits=4, null=True, verbose_name='Margin of the deal from, %')),
                        ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount up to, %')),
                        ('deferral_days', models.PositiveSmallIntegerField(default=0, verbose_name='Deferral up to, days')),
                        ('deferral_unit', models.CharField(choices=[('working_days', 'working days'), ('days', 'calendar days')], default='working_days', max_length=15, verbose_name='Days of the deferral')),
                        ('valid_from', models.DateField(default=core.clock.today, verbose_name='Valid from')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('segment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.segment', verbose_name='For the clients of')),
                    ],
                    options={
                        'verbose_name': 'Row of the discount policy',
                        'ordering': ['-discount_percent', 'name'],
                        'permissions': [('see_costs', 'See costs and margins')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('discount_percent__range', (0, 100))), name='discount_rule_percent', violation_error_message='Per cents are from 0 to 100.'), models.CheckConstraint(condition=models.Q(models.Q(('figure', ''), ('figure_from__isnull', True)), models.Q(models.Q(('figure', ''), _negated=True), ('figure_from__isnull', False)), _connector='OR'), name='discount_rule_value_is_whole', violation_error_message='A value needs both: by what it is measured, and from.')],
                    },
                ),
                migrations.CreateModel(
                    name='DiscountRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=120, verbose_name='Name')),
                        ('figure', models.CharField(blank=True, max_length=40, verbose_name='Value of the client by')),
                        ('figure_from', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='Value from')),
                        ('margin_from', models.DecimalField(blank=True, decimal_places=1, help_text='Before the discount. Empty: any.', max_digits=4, null=True, verbose_name='Margin of the deal from, %')),
                        ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Discount up to, %')),
                        ('deferral_days', models.PositiveSmallIntegerField(default=0, verbose_name='Deferral up to, days')),
                        ('deferral_unit', models.CharField(choices=[('working_days', 'working days'), ('days', 'calendar days')], default='working_days', max_length=15, verbose_name='Days of the deferral')),
                        ('valid_from', models.DateField(default=core.clock.today, verbose_name='Valid from')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='catalog.discountrule')),
                        ('segment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clients.segment', verbose_name='For the clients of')),
                    ],
                ),
                migrations.CreateModel(
                    name='Material',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('family', models.CharField(choices=[('mirror', 'Mirror'), ('clear', 'Clear glass'), ('tinted', 'Tinted glass'), ('matt', 'Matt glass'), ('painted', 'Painted glass'), ('patterned', 'Patterned glass'), ('laminated', 'Laminated glass')], max_length=12, verbose_name='Family')),
                        ('thickness_mm', models.PositiveSmallIntegerField(verbose_name='Thickness, mm')),
                        ('patterned', models.BooleanField(default=False, help_text='Such a material is not turned on the sheet.', verbose_name='Has a pattern with a direction')),
                        ('can_be_tempered', models.BooleanField(default=True, verbose_name='Can be tempered')),
                        ('max_long_side_mm', models.PositiveIntegerField(default=3210, verbose_name='Longer side of the sheet, mm')),
                        ('max_short_side_mm', models.PositiveIntegerField(default=2250, verbose_name='Shorter side of the sheet, mm')),
                        ('waste_factor', models.DecimalField(decimal_places=2, default=1, help_text='How much material is used up for one square metre of finished pieces.', max_digits=4, verbose_name='Waste factor')),
                        ('purchase_price', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='Purchase price')),
                    ],
                    options={
                        'verbose_name': 'Material',
                        'ordering': ['ordering', 'name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('thickness_mm__range', (1, 100))), name='material_thickness', violation_error_message='The thickness is from 1 to 100 mm.'), models.CheckConstraint(condition=models.Q(('waste_factor__gte', 1)), name='material_waste_factor', violation_error_message='The factor is at least 1.')],
                    },
                ),
                migrations.CreateModel(
                    name='PriceLevel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('discount_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Below the retail price, %')),
                    ],
                    options={
                        'verbose_name': 'Price level',
                        'ordering': ['ordering', 'name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('discount_percent__range', (0, 100))), name='price_level_discount', violation_error_message='Per cents are from 0 to 100.')],
                    },
                ),
                migrations.CreateModel(
                    name='PriceListStamp',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stamp', models.UUIDField()),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='price_list_stamp_one_row')],
                    },
                ),
                migrations.CreateModel(
                    name='PricingPolicy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(unique=True, verbose_name='Valid from')),
                        ('minimum_area_m2', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='Minimum billed area, m²')),
                        ('minimum_line_amount', models.DecimalField(decimal_places=2, default=0, max_digits=9, verbose_name='Minimum price of a line')),
                        ('figured_factor', models.DecimalField(decimal_places=2, default=1, max_digits=4, verbose_name='Factor of a figured cut')),
                        ('sketch_factor', models.DecimalField(decimal_places=2, default=1, max_digits=4, verbose_name='Factor of a cut by sketch')),
                        ('oversize_from_mm', models.PositiveIntegerField(blank=True, null=True, verbose_name='Large size from, mm')),
                        ('oversize_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Supplement for a large size, %')),
                        ('rounding_step', models.DecimalField(decimal_places=2, default=1, max_digits=6, verbose_name='Prices are rounded to')),
                        ('rounding_up', models.BooleanField(default=False, verbose_name='Always up')),
                        ('vat_included', models.BooleanField(default=True, verbose_name='Prices of the list include VAT')),
                        ('margin_floor_percent', models.DecimalField(blank=True, decimal_places=1, help_text='Below it no discount is given without approval. Empty: no threshold.', max_digits=4, null=True, verbose_name='Profitability threshold: margin, %')),
                        ('work_hour_cost', models.DecimalField(blank=True, decimal_places=2, help_text="Wages with taxes and the workshop's costs. Empty: margins are not counted.", max_digits=8, null=True, verbose_name='What an hour of work costs the firm')),
                    ],
                    options={
                        'verbose_name': 'Rules of the calculation',
                        'ordering': ['-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('figured_factor__gte', 1), ('minimum_area_m2__gte', 0), ('minimum_line_amount__gte', 0), ('oversize_percent__gte', 0), ('rounding_step__gte', '0.01'), ('sketch_factor__gte', 1)), name='pricing_policy_never_lowers', violation_error_message='Areas, sums and per cents are 0 or more, factors at least 1, the step at least 0.01.'), models.CheckConstraint(condition=models.Q(('margin_floor_percent__isnull', True), ('margin_floor_percent__range', (0, 99)), _connector='OR'), name='pricing_policy_margin_floor', violation_error_message='The threshold is from 0 to 99 per cent, or empty.'), models.CheckConstraint(condition=models.Q(('work_hour_cost__gte', 0)), name='pricing_policy_work_hour_cost')],
                    },
                ),
                migrations.CreateModel(
                    name='PricingPolicyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('valid_from', models.DateField(verbose_name='Valid from')),
                        ('minimum_area_m2', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='Minimum billed area, m²')),
                        ('minimum_line_amount', models.DecimalField(decimal_places=2, default=0, max_digits=9, verbose_name='Minimum price of a line')),
                        ('figured_factor', models.DecimalField(decimal_places=2, default=1, max_digits=4, verbose_name='Factor of a figured cut')),
                        ('sketch_factor', models.DecimalField(decimal_places=2, default=1, max_digits=4, verbose_name='Factor of a cut by sketch')),
                        ('oversize_from_mm', models.PositiveIntegerField(blank=True, null=True, verbose_name='Large size from, mm')),
                        ('oversize_percent', models.DecimalField(decimal_places=1, default=0, max_digits=4, verbose_name='Supplement for a large size, %')),
                        ('rounding_step', models.DecimalField(decimal_places=2, default=1, max_digits=6, verbose_name='Prices are rounded to')),
                        ('rounding_up', models.BooleanField(default=False, verbose_name='Always up')),
                        ('vat_included', models.BooleanField(default=True, verbose_name='Prices of the list include VAT')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='catalog.pricingpolicy')),
                        ('margin_floor_percent', models.DecimalField(blank=True, decimal_places=1, help_text='Below it no discount is given without approval. Empty: no threshold.', max_digits=4, null=True, verbose_name='Profitability threshold: margin, %')),
                        ('work_hour_cost', models.DecimalField(blank=True, decimal_places=2, help_text="Wages with taxes and the workshop's costs. Empty: margins are not counted.", max_digits=8, null=True, verbose_name='What an hour of work costs the firm')),
                    ],
                ),
                migrations.CreateModel(
                    name='Processing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('kind', models.CharField(choices=[('edge', 'Edge'), ('facet', 'Facet'), ('drilling', 'Drilling'), ('cutout', 'Cut-out'), ('frosting', 'Frosting'), ('film', 'Film'), ('tempering', 'Tempering'), ('lamination', 'Lamination'), ('engraving', 'Engraving'), ('gluing', 'Gluing'), ('other', 'Other')], max_length=12, verbose_name='Kind')),
                        ('unit', models.CharField(choices=[('m', 'm'), ('m2', 'm²'), ('piece', 'pcs')], max_length=8, verbose_name='Priced per')),
                        ('min_thickness_mm', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='From thickness, mm')),
                        ('max_thickness_mm', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='To thickness, mm')),
                        ('families', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('mirror', 'Mirror'), ('clear', 'Clear glass'), ('tinted', 'Tinted glass'), ('matt', 'Matt glass'), ('painted', 'Painted glass'), ('patterned', 'Patterned glass'), ('laminated', 'Laminated glass')], max_length=12), blank=True, default=list, help_text='Empty: all.', size=None, verbose_name='Families of materials')),
                        ('widths_mm', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=list, help_text='For a facet, separated by commas.', size=None, verbose_name='Widths offered, mm')),
                        ('purchase_price', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='Purchase price')),
                    ],
                    options={
                        'verbose_name': 'Processing',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Norm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(blank=True, choices=[('sheet', 'Glass or mirror'), ('stained_glass', 'Stained glass')], max_length=16, verbose_name='For every line of')),
                        ('unit', models.CharField(choices=[('m', 'm'), ('m2', 'm²'), ('piece', 'pcs'), ('line', 'line')], max_length=8, verbose_name='Minutes per')),
                        ('minutes_per_unit', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='Minutes')),
                        ('setup_minutes', models.DecimalField(decimal_places=2, default=0, max_digits=6, verbose_name='Setting up, minutes')),
                        ('stage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='norms', to='company.stage', verbose_name='Stage')),
                        ('processing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='norms', to='catalog.processing', verbose_name='For the processing')),
                    ],
                    options={
                        'verbose_name': 'Norm of time',
                        'ordering': ['stage__ordering', 'kind', 'processing__ordering'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), ('processing__isnull', False)), models.Q(models.Q(('kind', ''), _negated=True), ('processing__isnull', True)), _connector='OR'), name='norm_for_one_thing', violation_error_message='Choose either a kind of line or a processing.'), models.CheckConstraint(condition=models.Q(('minutes_per_unit__gte', 0), ('setup_minutes__gte', 0)), name='norm_not_negative', violation_error_message='Minutes are 0 or more.'), models.UniqueConstraint(fields=('stage', 'kind', 'processing'), name='norm_once', nulls_distinct=False, violation_error_message='This stage has a norm for it already.')],
                    },
                ),
                migrations.CreateModel(
                    name='NormEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(blank=True, choices=[('sheet', 'Glass or mirror'), ('stained_glass', 'Stained glass')], max_length=16, verbose_name='For every line of')),
                        ('unit', models.CharField(choices=[('m', 'm'), ('m2', 'm²'), ('piece', 'pcs'), ('line', 'line')], max_length=8, verbose_name='Minutes per')),
                        ('minutes_per_unit', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='Minutes')),
                        ('setup_minutes', models.DecimalField(decimal_places=2, default=0, max_digits=6, verbose_name='Setting up, minutes')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='catalog.norm')),
                        ('stage', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='company.stage', verbose_name='Stage')),
                        ('processing', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.processing', verbose_name='For the processing')),
                    ],
                ),
                migrations.CreateModel(
                    name='Product',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('kind', models.CharField(choices=[('goods', 'Finished goods'), ('service', 'Service')], max_length=12, verbose_name='Kind')),
                        ('unit', models.CharField(choices=[('m2', 'm²'), ('m', 'm'), ('piece', 'pcs'), ('line', 'line'), ('hour', 'h'), ('km', 'km')], default='piece', max_length=8, verbose_name='Priced per')),
                        ('purchase_price', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='Purchase price')),
                    ],
                    options={
                        'verbose_name': 'Goods or service',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='QuantityDiscount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('from_quantity', models.PositiveSmallIntegerField(unique=True, verbose_name='From quantity')),
                        ('percent', models.DecimalField(decimal_places=1, max_digits=4, verbose_name='Discount, %')),
                    ],
                    options={
                        'verbose_name': 'Discount for the quantity',
                        'ordering': ['from_quantity'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('percent__range', (0, 100))), name='quantity_discount_percent', violation_error_message='Per cents are from 0 to 100.'), models.CheckConstraint(condition=models.Q(('from_quantity__gte', 2)), name='quantity_discount_starts_at_two', violation_error_message='A discount for the quantity begins at 2 pieces.')],
                    },
                ),
                migrations.CreateModel(
                    name='StainedGlassClass',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('pieces_from', models.PositiveSmallIntegerField(verbose_name='Pieces in a square metre, from')),
                        ('pieces_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Pieces in a square metre, to')),
                        ('purchase_price', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='Purchase price')),
                    ],
                    options={
                        'verbose_name': 'Class of stained glass',
                        'ordering': ['ordering', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Price',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('thickness_mm', models.PositiveSmallIntegerField(blank=True, help_text='Empty: any.', null=True, verbose_name='Thickness, mm')),
                        ('width_to_mm', models.PositiveSmallIntegerField(blank=True, help_text='Empty: any.', null=True, verbose_name='Width or diameter up to, mm')),
                        ('curved', models.BooleanField(default=False, verbose_name='Curved edge')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='Price')),
                        ('valid_from', models.DateField(verbose_name='Valid from')),
                        ('material', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='catalog.material')),
                        ('level', models.ForeignKey(blank=True, help_text='Empty: the common price, from which the levels take their share.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='catalog.pricelevel', verbose_name='Price level')),
                        ('processing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='catalog.processing')),
                        ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='catalog.product')),
                        ('glass_class', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='catalog.stainedglassclass')),
                    ],
                    options={
                        'verbose_name': 'Price',
                        'ordering': ['thickness_mm', 'width_to_mm', 'curved', 'level', '-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('glass_class__isnull', True), ('material__isnull', False), ('processing__isnull', True), ('product__isnull', True)), models.Q(('glass_class__isnull', True), ('material__isnull', True), ('processing__isnull', False), ('product__isnull', True)), models.Q(('glass_class__isnull', False), ('material__isnull', True), ('processing__isnull', True), ('product__isnull', True)), models.Q(('glass_class__isnull', True), ('material__isnull', True), ('processing__isnull', True), ('product__isnull', False)), _connector='OR'), name='price_of_one_thing'), models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='price_not_negative', violation_error_message='A price is 0 or more.'), models.UniqueConstraint(fields=('material', 'processing', 'glass_class', 'product', 'level', 'thickness_mm', 'width_to_mm', 'curved', 'valid_from'), name='price_once_a_day', nulls_distinct=False, violation_error_message='There is already a price of this thing from this day.')],
                    },
                ),
                migrations.CreateModel(
                    name='PriceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('thickness_mm', models.PositiveSmallIntegerField(blank=True, help_text='Empty: any.', null=True, verbose_name='Thickness, mm')),
                        ('width_to_mm', models.PositiveSmallIntegerField(blank=True, help_text='Empty: any.', null=True, verbose_name='Width or diameter up to, mm')),
                        ('curved', models.BooleanField(default=False, verbose_name='Curved edge')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='Price')),
                        ('valid_from', models.DateField(verbose_name='Valid from')),
                        ('material', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.material')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='catalog.price')),
                        ('level', models.ForeignKey(blank=True, db_constraint=False, help_text='Empty: the common price, from which the levels take their share.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.pricelevel', verbose_name='Price level')),
                        ('processing', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.processing')),
                        ('product', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.product')),
                        ('glass_class', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalog.stainedglassclass')),
                    ],
                ),
                migrations.CreateModel(
                    name='Urgency',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='Name')),
                        ('ordering', models.PositiveSmallIntegerField(default=100, verbose_name='Order')),
                        ('is_active', models.BooleanField(default=True, verbose_name='In use')),
                        ('code', models.SlugField(unique=True, verbose_name='Code')),
                        ('factor', models.DecimalField(decimal_places=2, max_digits=4, verbose_name='Factor of the price')),
                    ],
                    options={
                        'verbose_name': 'Urgency',
                        'verbose_name_plural': 'Urgencies',
                        'ordering': ['ordering', 'name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('factor__gte', 1)), name='urgency_factor_raises', violation_error_message='The factor is at least 1.')],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='discountrule',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='f07f3130a856ea67bbca0b8c16893d48ffcaee37', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_f3ef8', table='catalog_discountrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='discountrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "catalog_discountruleevent" ("deferral_days", "deferral_unit", "discount_percent", "figure", "figure_from", "id", "is_active", "margin_from", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "segment_id", "valid_from") VALUES (NEW."deferral_days", NEW."deferral_unit", NEW."discount_percent", NEW."figure", NEW."figure_from", NEW."id", NEW."is_active", NEW."margin_from", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."segment_id", NEW."valid_from"); RETURN NULL;', hash='9bc091db71de885fffa5c3cedf8f2fda998866ad', operation='INSERT', pgid='pgtrigger_insert_insert_7437d', table='catalog_discountrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='discountrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "catalog_discountruleevent" ("deferral_days", "deferral_unit", "discount_percent", "figure", "figure_from", "id", "is_active", "margin_from", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "segment_id", "valid_from") VALUES (NEW."deferral_days", NEW."deferral_unit", NEW."discount_percent", NEW."figure", NEW."figure_from", NEW."id", NEW."is_active", NEW."margin_from", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."segment_id", NEW."valid_from"); RETURN NULL;', hash='a2cd97352adc9ecfc76698b048224d1fd884c518', operation='UPDATE', pgid='pgtrigger_update_update_dd79b', table='catalog_discountrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='material',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='efe778ceaa3c1ce11827619d6911f472ef2a2580', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_61248', table='catalog_material', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='pricelevel',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='be2e4f12fc430fbb41b7a5fa825fe30809452bdc', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_ed05c', table='catalog_pricelevel', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='pricingpolicy',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='a7cd293fafcab76b3fb863e216edea54a06ef74c', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_f58ff', table='catalog_pricingpolicy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='pricingpolicy',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "catalog_pricingpolicyevent" ("figured_factor", "id", "margin_floor_percent", "minimum_area_m2", "minimum_line_amount", "oversize_from_mm", "oversize_percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rounding_step", "rounding_up", "sketch_factor", "valid_from", "vat_included", "work_hour_cost") VALUES (NEW."figured_factor", NEW."id", NEW."margin_floor_percent", NEW."minimum_area_m2", NEW."minimum_line_amount", NEW."oversize_from_mm", NEW."oversize_percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rounding_step", NEW."rounding_up", NEW."sketch_factor", NEW."valid_from", NEW."vat_included", NEW."work_hour_cost"); RETURN NULL;', hash='250567a668eafc404c9ce9fb81f1869652feed8b', operation='INSERT', pgid='pgtrigger_insert_insert_24f10', table='catalog_pricingpolicy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='pricingpolicy',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "catalog_pricingpolicyevent" ("figured_factor", "id", "margin_floor_percent", "minimum_area_m2", "minimum_line_amount", "oversize_from_mm", "oversize_percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rounding_step", "rounding_up", "sketch_factor", "valid_from", "vat_included", "work_hour_cost") VALUES (NEW."figured_factor", NEW."id", NEW."margin_floor_percent", NEW."minimum_area_m2", NEW."minimum_line_amount", NEW."oversize_from_mm", NEW."oversize_percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rounding_step", NEW."rounding_up", NEW."sketch_factor", NEW."valid_from", NEW."vat_included", NEW."work_hour_cost"); RETURN NULL;', hash='eeee6d775a3053f976603e7d8b4b888365c03810', operation='UPDATE', pgid='pgtrigger_update_update_caba9', table='catalog_pricingpolicy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='processing',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='0f2cde265469cad2313c4906d81656d3880009e8', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_70a50', table='catalog_processing', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='norm',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='fe160a3976e59624581ed7857962b8899d739cdb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_c946c', table='catalog_norm', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='norm',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "catalog_normevent" ("id", "kind", "minutes_per_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "processing_id", "setup_minutes", "stage_id", "unit") VALUES (NEW."id", NEW."kind", NEW."minutes_per_unit", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."processing_id", NEW."setup_minutes", NEW."stage_id", NEW."unit"); RETURN NULL;', hash='0dfa28617bbd965c16bf8958d407b2c70e65379b', operation='INSERT', pgid='pgtrigger_insert_insert_93b3f', table='catalog_norm', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='norm',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "catalog_normevent" ("id", "kind", "minutes_per_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "processing_id", "setup_minutes", "stage_id", "unit") VALUES (NEW."id", NEW."kind", NEW."minutes_per_unit", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."processing_id", NEW."setup_minutes", NEW."stage_id", NEW."unit"); RETURN NULL;', hash='55e4b0a318db8ba18b3c3fb0075499e6b15133ac', operation='UPDATE', pgid='pgtrigger_update_update_2fcf8', table='catalog_norm', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='product',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='1102cff5b058ea552935cea2315f37d59adf6ba2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_d8c30', table='catalog_product', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='quantitydiscount',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='80a953cf367df95268e976fd47ba4bf9b85d5b52', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_0f8bd', table='catalog_quantitydiscount', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='stainedglassclass',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='01dad15480b3d4e68d4a585da888ce87076bb441', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_cf67c', table='catalog_stainedglassclass', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='price',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='41b4bc2975e4d4de60c09afbe17cc2f994aac883', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_8088c', table='catalog_price', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='price',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "catalog_priceevent" ("amount", "curved", "glass_class_id", "id", "level_id", "material_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "processing_id", "product_id", "thickness_mm", "valid_from", "width_to_mm") VALUES (NEW."amount", NEW."curved", NEW."glass_class_id", NEW."id", NEW."level_id", NEW."material_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."processing_id", NEW."product_id", NEW."thickness_mm", NEW."valid_from", NEW."width_to_mm"); RETURN NULL;', hash='315f5e900315700e01cfd9a8732bcf7a99db0b90', operation='INSERT', pgid='pgtrigger_insert_insert_e6258', table='catalog_price', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='price',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "catalog_priceevent" ("amount", "curved", "glass_class_id", "id", "level_id", "material_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "processing_id", "product_id", "thickness_mm", "valid_from", "width_to_mm") VALUES (NEW."amount", NEW."curved", NEW."glass_class_id", NEW."id", NEW."level_id", NEW."material_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."processing_id", NEW."product_id", NEW."thickness_mm", NEW."valid_from", NEW."width_to_mm"); RETURN NULL;', hash='2ab8472cbf9799ced6f967d99bdd5e2644a212dd', operation='UPDATE', pgid='pgtrigger_update_update_5a6c7', table='catalog_price', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='urgency',
                    trigger=pgtrigger.compiler.Trigger(name='new_stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;', hash='b5a473ca67f74e8bef1579efa61734f74b009a80', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_new_stamp_050d6', table='catalog_urgency', when='AFTER')),
                ),
            ],
        ),
    ]
