"""What the application stands on: PostgreSQL and Redis, embedded unless addresses are given."""

import contextlib
import fcntl
import json
import os
import secrets

from launch import postgres, redis, supervise
from launch.supervise import Program
from launch.words import Problem


@contextlib.contextmanager
def running(data, *, application=(), durable=True, **choices):
    """Yields the supervisor and the application's environment, once the database answers."""
    log = data / "log"
    with supervise.socket_folder() as sockets:
        environment = os.environ | choices
        environment |= {"DATA_DIR": str(data), "SECRET_KEY": secret_key(data)}
        servers = embedded(data, sockets, environment, durable=durable)
        groups = {"servers": servers, "application": application}
        supervisor = supervise.Supervisor(
            {name: programs for name, programs in groups.items() if programs},
            log=log,
            sockets=sockets,
            environment=environment,
        )
        try:
            await_database(supervisor, servers, environment["DATABASE_URL"], log)
            yield supervisor, environment
        finally:
            supervisor.stop()


def embedded(data, sockets, environment, *, durable):
    """The servers nobody gave an address of; their addresses go into the environment."""
    servers = []
    if not environment.get("DATABASE_URL"):
        command, environment["DATABASE_URL"] = postgres.prepare(data, sockets, durable=durable)
        servers.append(Program("postgres", command, signal="INT", patience=60))
    if not environment.get("REDIS_URL"):
        command, environment["REDIS_URL"] = redis.prepare(data)
        servers.append(Program("redis", command))
    return servers


def await_database(supervisor, servers, url, log):
    if servers:
        supervisor.start("servers")
    if any(server.name == "postgres" for server in servers):
        if not postgres.answers(url, alive=lambda: supervisor.alive("servers", "postgres")):
            raise Problem("PostgreSQL did not start; why, is in {log}.", log=log / "postgres.log")
        postgres.create_database(url)
    postgres.refuse_unfit(url)


def secret_key(data):
    """Made once and kept: a new one would log everybody out."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    file = data / "secret_key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()


def make_folders(data):
    # As root the servers run as nobody and pass through this folder to their own.
    data.mkdir(parents=True, exist_ok=True, mode=0o700 if os.geteuid() else 0o711)
    (data / "log").mkdir(exist_ok=True)


def claim(data):
    """The open lock file, or None when a running ./run has this data."""
    make_folders(data)
    file = os.fdopen(os.open(data / "running", os.O_RDWR | os.O_CREAT, 0o600), "r+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    file.truncate()
    return file


def publish(claimed, environment):
    """So that backup and manage find the servers of the ./run that holds the lock."""
    here = os.environ.items()
    json.dump(dict(environment.items() - here), claimed)
    claimed.flush()


def environment_of_running(data):
    try:
        return os.environ | json.loads((data / "running").read_text())
    except ValueError:
        raise Problem("Naryad is just being started; try again in a minute.") from None


@contextlib.contextmanager
def available(data):
    """The environment with servers that answer: those of a running ./run, else started for now."""
    claimed = claim(data)
    if claimed is None:
        yield environment_of_running(data)
        return
    with claimed, running(data) as (_, environment):
        yield environment
