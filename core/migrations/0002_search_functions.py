from django.db import migrations

# Bodies are RETURN expressions, not strings: a dump restores them in any order. STRICT is left out
# so that the planner may inline them.
FORWARD = """
CREATE FUNCTION naryad_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(replace(lower(value), 'ё', 'е'), '[^0-9a-zа-я]+', ' ', 'g'));

CREATE FUNCTION naryad_grams(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT substr(word, place, 3)
    FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word,
         generate_series(1, length(word) - 2) AS place
  );
"""
BACKWARD = "DROP FUNCTION naryad_grams(text); DROP FUNCTION naryad_fold(text);"


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
