"""Brings database and static files up to the code; runs inside .venv, with Django.

Standard output is the person's terminal, standard error is the log.
"""

import contextlib
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

from launch import HOME, catalogues
from launch.install import fingerprint, stamp, stamped
from launch.words import say


def main():
    data = Path(os.environ["DATA_DIR"])
    catalogues.compile_changed()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
    django.setup()
    quietly("migrate", interactive=False)
    collect_static(data / "static.stamp")
    with (data / "welcome").open("w") as welcome, contextlib.redirect_stdout(welcome):
        call_command("demo_logins")


def collect_static(stamp_file):
    inputs = [HOME / "package-lock.json", HOME / "requirements.txt", HOME / "core" / "vendor.py"]
    inputs += sorted(path for path in (HOME / "static").rglob("*") if path.is_file())
    current = fingerprint(inputs)
    if not stamped(stamp_file, current):
        say("Collecting what the pages are drawn with")
        quietly("collectstatic", interactive=False, clear=True)
        stamp(stamp_file, current)


def quietly(command, **options):
    call_command(command, stdout=sys.stderr, **options)


if __name__ == "__main__":
    main()
