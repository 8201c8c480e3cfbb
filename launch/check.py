"""./test: everything that must hold, against servers made for the occasion."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path

from launch import HOME, PYTHON, VENV, install, options, processes, servers, system_packages
from launch.words import say

MANAGE = [PYTHON, "manage.py"]
PRODUCTION = ["env", "-u", "DJANGO_ALLOW_ASYNC_UNSAFE", "SECURE=True", "DEBUG=False"]
# Whatever this machine's own ./run is set to, by .env too, the tests neither see nor touch it.
ENVIRONMENT = {
    "DATABASE_URL": "",
    "REDIS_URL": "",
    "EMAIL_URL": "",
    "PUBLIC_URL": "http://localhost:8000",
    "SECURE": "False",
    "DEBUG": "False",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}
CHECKS = {
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "import-linter": [VENV / "bin" / "lint-imports"],
    "djlint": [PYTHON, "-m", "djlint", "templates", "--lint", "--quiet"],
    "migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "deploy": [*PRODUCTION, *MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
}


def everything(words):
    """With words, only pytest with these words."""
    make_ready()
    with test_servers() as (log, environment):
        os.environ |= environment
        failed = [] if words else failed_checks(log)
        workers = str(min(max(os.cpu_count() or 2, 2), 6))
        choice = words or ["-n", workers, "--dist=worksteal"]
        if subprocess.run([PYTHON, "-m", "pytest", *choice], cwd=HOME, check=False).returncode:
            failed.append("pytest")
    if failed:
        say("Failed: {steps}", steps=", ".join(failed))
    return bool(failed)


def make_ready():
    data = options.default_data()
    servers.make_folders(data)
    system_packages.ensure(system_packages.TESTS, data / "log")
    install.everything(["requirements-dev.txt"], data / "log")
    subprocess.run([PYTHON, "-m", "launch.catalogues"], check=True)


@contextlib.contextmanager
def test_servers():
    with tempfile.TemporaryDirectory(prefix="naryad-test-", dir="/tmp") as folder:
        data = Path(folder) / "data"
        if not os.geteuid():
            Path(folder).chmod(0o711)
        servers.make_folders(data)
        with servers.running(data, durable=False, **ENVIRONMENT) as (_, environment):
            yield data / "log", environment


def failed_checks(log):
    with contextlib.ExitStack() as running:
        steps = {
            name: running.enter_context(
                processes.started("Checking: {name}", command, log=log / f"{name}.log", name=name)
            )
            for name, command in CHECKS.items()
        }
        failed = [name for name, step in steps.items() if step.wait()]
    for name in failed:
        print(f"\n--- {name}\n{(log / f'{name}.log').read_text(errors='replace')}")
    return failed
