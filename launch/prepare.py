"""Brings the database up to the code; runs inside .venv, with Django.

Standard output is the person's terminal, standard error is the log; what they need to log in goes
into the file `welcome`.
"""

import gc
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import translation

from launch import catalogues
from launch.words import language, say


def main():
    data = Path(os.environ["DATA_DIR"])
    catalogues.compile_changed()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
    django.setup()
    look_for_garbage_seldom()
    call_command("migrate", interactive=False, stdout=sys.stderr)
    load_demo(data / "demo.unfinished")
    with private(data / "welcome") as welcome, translation.override(language()):
        call_command("setup_firm", stdout=welcome)
        call_command("demo_logins", stdout=welcome)


def look_for_garbage_seldom():
    """It takes a quarter of the migrations' time, which make and forget models by the thousand; at
    this pace they take 250 MB instead of 150."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def private(file):
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w")


def load_demo(unfinished):
    """Into an empty database only: a firm's own data never meet the demo company."""
    from company.models import Employee

    wanted = os.environ["DEMO"] == "True"
    if wanted and (unfinished.exists() or not Employee.objects.exists()):
        say("Loading the demo company: the newest weeks first")
        unfinished.touch()
        call_command("load_demo", stdout=sys.stderr)
        unfinished.unlink()


if __name__ == "__main__":
    main()
