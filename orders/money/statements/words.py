"""The format speaks Russian, and so do purposes of payments: their words stand in words.toml."""

import re
import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
MARKS: dict[str, str] = {word: mark for mark, word in _WORDS["marks"].items()}
KEYS: dict[str, str] = _WORDS["keys"]
OF_PARTY: dict[str, str] = _WORDS["of_party"]
PATTERNS: dict[str, str] = _WORDS["patterns"]
PREFIXES: dict[str, list[str]] = _WORDS["prefixes"]


def pattern(template: str) -> re.Pattern:
    """A regular expression in which {names} stand for the patterns of words.toml."""
    for name, meaning in PATTERNS.items():
        template = template.replace(f"{{{name}}}", f"(?:{meaning})")
    return re.compile(template, re.IGNORECASE)


def about(name: str) -> re.Pattern:
    return re.compile(_WORDS["about"][name], re.IGNORECASE)
