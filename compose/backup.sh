#!/bin/sh
# Writes the database and the files as one tar to standard output.
# PGHOST, PGUSER… say which database; the files are $DATA_DIR/media. Used by ./run backup as well.
set -eu
work=$(mktemp -d "$DATA_DIR/backup.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$DATA_DIR/media"
pg_dump --format=custom --file="$work/database.dump"
tar -cf - -C "$work" database.dump -C "$DATA_DIR" media
