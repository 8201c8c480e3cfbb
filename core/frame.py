"""What base.html shows around every page."""

from functools import cache, partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry

SECTIONS = [
    ("desk", _("Order desk")),
    ("own", _("My work")),
    ("sales", pgettext_lazy("section", "Sales")),
    ("clients", _("Clients")),
    ("shop", _("Workshop")),
    ("money", _("Money")),
    ("reports", _("Reports")),
    ("settings", _("Settings")),
]


class Link(NamedTuple):
    entry: registry.NavItem | registry.CreateItem
    url: str
    path: str
    current: bool = False


def frame(request):
    """`hides.phone` is true where the role of the person does not read that of clients."""
    user = getattr(request, "user", None)
    hidden = user.hidden_fields if user and user.is_authenticated else ()
    return {
        "frame": SimpleLazyObject(lambda: _frame(request)),
        "hides": dict.fromkeys(hidden, True),
    }


def _frame(request):
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"nav": [], "nav_key": (), "create_items": [], "create_key": ()}
    links = [_nav_link(item) for item in registry.permitted(registry.nav, user)]
    links = _with_current(links, request)
    made = registry.permitted(registry.create_items, user)
    return {
        "nav": SimpleLazyObject(partial(_sections, links)),
        "nav_key": tuple((link.url, link.current) for link in links),
        "create_items": SimpleLazyObject(partial(_create_links, made)),
        "create_key": tuple(item.url_name for item in made),
    }


def _create_links(items):
    return [Link(item, _address(item.url_name), "") for item in items]


@cache
def _address(url_name, args=()):
    return reverse(url_name, args=args)


def _nav_link(item):
    path = _address(item.url_name, item.args)
    return Link(item, f"{path}?{item.query}" if item.query else path, path)


def _with_current(links, request):
    """Mark the link of this page: the exact address first, else the nearest page above it."""
    exact = [link for link in links if link.url == request.get_full_path()]
    above = [
        link
        for link in links
        if not link.entry.query
        and (link.path == request.path or (link.path != "/" and request.path.startswith(link.path)))
    ]
    nearest = exact or sorted(above, key=lambda link: len(link.path), reverse=True)
    return [link._replace(current=link is nearest[0]) if nearest else link for link in links]


def _sections(links):
    sections = [
        {"code": code, "label": label, "links": [k for k in links if k.entry.section == code]}
        for code, label in SECTIONS
    ]
    return [section for section in sections if section["links"]]
