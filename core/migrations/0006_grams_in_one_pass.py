from django.db import migrations

# substr() from one and two places before a word gives its first letter and its first two.
FORWARD = """
CREATE OR REPLACE FUNCTION naryad_grams(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT substr(word, place, 3)
    FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word,
         generate_series(-1, length(word) - 2) AS place
  );
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_letters_and_runs")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
