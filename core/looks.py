"""How states look: `templates/<app>/states.toml` gives each value of a field its tone and icon.

    [orders.workorder.status]
    ready = { tone = "good", icon = "circle-check" }

Tones: plan, work, wait, good, bad, quiet (static/css/tokens.css). The words are the lifecycle's.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings


class Look(NamedTuple):
    tone: str
    icon: str


@cache
def looks() -> dict[tuple[str, str, str], Look]:
    """By (model label, field, value)."""
    found = {}
    for path in sorted(Path(settings.BASE_DIR).glob("templates/*/states.toml")):
        for app, models in tomllib.loads(path.read_text()).items():
            for model, fields in models.items():
                for field, values in fields.items():
                    for value, look in values.items():
                        found[f"{app}.{model}", field, value] = Look(look["tone"], look["icon"])
    return found


PLAIN = Look("quiet", "circle")


def look(model_label: str, field: str, value: str) -> Look:
    return looks().get((model_label, field, value), PLAIN)
