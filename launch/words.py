"""One line to the person at the terminal, in the terminal's language."""

import os
import tomllib
from functools import cache
from pathlib import Path


class Problem(Exception):
    """Ends ./run or ./test with one line for the person and exit code 1."""

    def __init__(self, message, **values):
        super().__init__(translated(message).format(**values))


def say(message, **values):
    print(translated(message).format(**values), flush=True)


def translated(message):
    return russian()[message] if language() == "ru" else message


def language():
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "ru" if locale.startswith("ru") else "en"


@cache
def russian():
    return tomllib.loads(Path(__file__).with_name("russian.toml").read_text(encoding="utf-8"))
