"""The Russian catalogue is complete and says what the code says."""

import os
import shutil
import subprocess
import sys

import polib
import pytest

from launch import HOME

ELSEWHERE = shutil.ignore_patterns("node_modules", ".*", "var", "bench", "tests", "*.mo")
DOMAINS = ["django", "djangojs"]


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """A copy of the project in which the messages are gathered anew."""
    copy = tmp_path_factory.mktemp("locale") / "naryad"
    shutil.copytree(HOME, copy, ignore=ELSEWHERE)
    command = [sys.executable, "manage.py", "makemessages", "--locale=ru"]
    plainly = ["--no-location", "--no-obsolete"]
    for domain in DOMAINS:
        subprocess.run(
            [*command, *plainly, f"--domain={domain}"],
            cwd=copy,
            env=os.environ | {"PYTHONPATH": str(copy)},
            check=True,
            capture_output=True,
        )
    return copy


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_has_its_russian(domain):
    catalogue = messages(HOME, domain)

    assert [entry.msgid for entry in catalogue if not entry.translated()] == []
    assert [entry.msgid for entry in catalogue if entry.fuzzy] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_catalogue_holds_exactly_the_messages_of_the_code(gathered, domain):
    written, said = (
        {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in messages(folder, domain)}
        for folder in (HOME, gathered)
    )

    assert said - written == set(), "run makemessages and translate these"
    assert written - said == set(), "nobody says these any more"


def messages(folder, domain):
    path = folder / "locale" / "ru" / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path)) if path.exists() else []
