"""./run backup and ./run restore: the scripts of compose/, pointed at this machine's servers."""

import os
import subprocess

from launch import HOME, postgres, run, servers
from launch.words import Problem, say

NOT_EMPTY = 3


def backup(data, file):
    run.make_ready(data)
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with servers.available(data) as environment, private(unfinished) as output:
            perform("backup.sh", environment, stdout=output)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    say("Saved: {file}", file=file)
    return 0


def restore(data, file, *, force):
    run.make_ready(data)
    claimed = servers.claim(data)
    if claimed is None:
        raise Problem("Naryad runs with this data. Stop it first.")
    options = ["--force"] if force else []
    with file.open("rb") as source, claimed, servers.running(data) as (_, environment):
        perform("restore.sh", environment, *options, stdin=source)
    say("Restored. Start it: ./run")
    return 0


def private(file):
    return open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def perform(script, environment, *options, **streams):
    environment = postgres.variables(environment["DATABASE_URL"], environment)
    environment["PATH"] = f"{postgres.program('psql').parent}:{environment['PATH']}"
    command = ["sh", HOME / "compose" / script, *options]
    done = subprocess.run(
        command, env=environment, stderr=subprocess.PIPE, text=True, check=False, **streams
    )
    if done.returncode == NOT_EMPTY:
        raise Problem("The database is not empty; --force replaces what is there.")
    if done.returncode:
        raise Problem("{line}", line=postgres.first_line(done.stderr))
