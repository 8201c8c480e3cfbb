"""Icons: Tabler's outline drawings, inlined. Only those that the product names are collected."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

PACKAGE = Path(settings.BASE_DIR) / "node_modules/@tabler/icons/icons/outline"
COLLECTED = Path(settings.STATIC_ROOT) / "vendor/icons"
_FRAME = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>')
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.S)
_IN_TEMPLATE = re.compile(r"""{%\s*icon\s+["']([a-z0-9-]+)["']""")
_WORD = re.compile(r"""["']([a-z0-9-]+)["']""")


def named_in_templates() -> set[str]:
    return {name for path in _files("templates/**/*.html") for name in _named(path, _IN_TEMPLATE)}


def used() -> set[str]:
    """What to collect: the icons of templates, and every quoted word of the apps' code and of the
    states' looks that is an icon's name (a few too many do no harm)."""
    sources = [path for home in _files("*/apps.py") for path in home.parent.glob("**/*.py")]
    sources += list(_files("templates/*/states.toml"))
    words = {word for path in sources for word in _named(path, _WORD)}
    return named_in_templates() | {word for word in words if (PACKAGE / f"{word}.svg").exists()}


def _files(pattern):
    return Path(settings.BASE_DIR).glob(pattern)


def _named(path, pattern):
    return pattern.findall(path.read_text())


@cache
def drawing(name: str) -> SafeString:
    """The paths inside the icon's <svg>."""
    source = PACKAGE / f"{name}.svg"
    if not source.exists():
        source = COLLECTED / f"{name}.svg"
    inner = _FRAME.sub("", _DRAWING.search(source.read_text())[1])
    return mark_safe(" ".join(inner.split()).replace("> <", "><"))
