"""All rights there are, with words for people, and what each role has by default.

A right is `<app>.<verb>_<model>`: either named in a model's Meta.permissions, or one of Django's
four for a model (see, add, change, delete) that a default role has; crm/access.py says which.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import pgettext, pgettext_lazy

VERBS = {
    "view": pgettext_lazy("right", "%(what)s: see"),
    "add": pgettext_lazy("right", "%(what)s: add"),
    "change": pgettext_lazy("right", "%(what)s: change"),
    "delete": pgettext_lazy("right", "%(what)s: delete"),
}


@dataclass(frozen=True)
class DefaultRole:
    name: str
    rights: tuple[str, ...]
    scope: str
    discount_limit: int
    home: str


class Right(NamedTuple):
    code: str
    label: str


class Group(NamedTuple):
    code: str
    label: str
    rights: list[Right]


defaults: dict[str, DefaultRole] = {}


def declare(table: dict[str, DefaultRole]):
    """Called once by crm/access.py when the project starts."""
    defaults.update(table)


def catalogue() -> list[Group]:
    """The rights by department of the product, in the order of its map."""
    used = {right for role in defaults.values() for right in role.rights}
    groups = []
    for app in reversed(list(apps.get_app_configs())):
        rights = [right for model in app.get_models() for right in _of(model, used)]
        if rights:
            groups.append(Group(app.label, str(app.verbose_name), rights))
    return groups


def known() -> set[str]:
    return {right.code for group in catalogue() for right in group.rights}


def _of(model, used):
    """The plain four first, then what the model names itself, as its life goes."""
    app, name = model._meta.app_label, model._meta.model_name
    four = [verb for verb in VERBS if verb in model._meta.default_permissions]
    plain = [(verb, f"{app}.{verb}_{name}") for verb in four]
    for verb, code in plain:
        if code in used:
            yield Right(code, VERBS[verb] % {"what": capfirst(model._meta.verbose_name)})
    for code, label in model._meta.permissions:
        yield Right(f"{app}.{code}", _spoken(model, code, label))


def _spoken(model, code, label):
    """A step of a life is one word («Hand over»): the thing it is done to stands before it."""
    if not code.endswith(f"_{model._meta.model_name}"):
        return str(label)
    what = capfirst(model._meta.verbose_name)
    return pgettext("right", "%(what)s: %(step)s") % {"what": what, "step": label}
