from django.db import migrations

# Accents go, except the one that makes a letter of its own; every Cyrillic alphabet is kept. The
# grams of a word are its first letter, its first two and all its runs of three.
FORWARD = r"""
CREATE OR REPLACE FUNCTION naryad_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    lower(normalize(
      regexp_replace(normalize(value, NFKD), '[\u0300-\u0305\u0307-\u036f]', '', 'g'), NFC
    )),
    '[^0-9a-z\u0400-\u04ff]+', ' ', 'g'
  ));

CREATE OR REPLACE FUNCTION naryad_grams(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT left(word, 1) FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word
    UNION
    SELECT left(word, 2) FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word
    UNION
    SELECT substr(word, place, 3)
    FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word,
         generate_series(1, length(word) - 2) AS place
  );
"""
BACKWARD = r"""
CREATE OR REPLACE FUNCTION naryad_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    replace(lower(value), U&'\0451', U&'\0435'), U&'[^0-9a-z\0430-\044f]+', ' ', 'g'
  ));

CREATE OR REPLACE FUNCTION naryad_grams(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT substr(word, place, 3)
    FROM unnest(string_to_array(naryad_fold(value), ' ')) AS word,
         generate_series(1, length(word) - 2) AS place
  );
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_installation")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
