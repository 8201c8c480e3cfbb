from django.db import migrations

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
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
