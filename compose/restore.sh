#!/bin/sh
# Reads such a tar from standard input into an empty database; with --force over a full one.
# All or nothing: until the last line of the dump is in, the old data stay.
set -eu
tables=$(psql -XtAc "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
if [ "$tables" != 0 ] && [ "${1:-}" != --force ]; then
  echo "The database is not empty; --force replaces what is there." >&2
  exit 3
fi
work=$(mktemp -d "$DATA_DIR/restore.XXXXXX")
trap 'rm -rf "$work"' EXIT
tar -xf - --no-same-owner -C "$work"
pg_restore --no-owner --no-privileges --file="$work/database.sql" "$work/database.dump"
psql -X --quiet --single-transaction -v ON_ERROR_STOP=1 --output=/dev/null \
  -c "DROP SCHEMA public CASCADE" -c "CREATE SCHEMA public" --file="$work/database.sql"
if [ -e "$DATA_DIR/media" ]; then mv "$DATA_DIR/media" "$work/old"; fi
mv "$work/media" "$DATA_DIR/media"
chown -R --reference="$DATA_DIR" "$DATA_DIR/media"
