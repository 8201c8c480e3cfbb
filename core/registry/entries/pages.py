"""What apps add to pages: places of the navigation, panels, blocks, hits of the search."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class NavItem:
    section: str  # a code of SECTIONS
    label: str
    url_name: str
    icon: str
    right: str = ""
    order: int = 50
    shortcut: str = ""
    args: tuple = ()
    query: str = ""
    inside: bool = False  # a part of the entry above it: a folder of its list


@dataclass(frozen=True)
class CreateItem:
    label: str
    url_name: str
    icon: str
    right: str
    order: int = 50
    shortcut: str = ""
    in_dialog: bool = False  # its page also answers htmx with a form: no page is left for it


@dataclass(frozen=True)
class Panel:
    """A part of another app's page; `context(obj, user)` fills `template`, None hides it. `mark` is
    an expression beside the page's row, whether there is anything to ask for: `registry.has`."""

    page: str  # "orders.workorder", "clients.client"…
    code: str
    template: str
    context: Callable[[Any, Any], dict | None]
    right: str = ""
    order: int = 50
    # main | aside | top: the order's page has all three; asked: above all of a client's page
    place: str = "main"
    mark: Callable[[], Any] | None = None


@dataclass(frozen=True)
class HomeBlock:
    """A block of «Today»; `context(user)` gives what `template` shows, None hides it."""

    code: str
    template: str
    context: Callable[[Any], dict | None]
    right: str = ""
    order: int = 50


@dataclass(frozen=True)
class SearchProvider:
    """`find(user, text, limit)` returns SearchHits of rows the user may see; `find_nearest` takes
    the text for misspelt and returns what it may mean too."""

    code: str
    label: str
    find: Callable[[Any, str, int], list]
    right: str = ""
    order: int = 50
    find_nearest: Callable[[Any, str, int], tuple[list, list[str]]] | None = None


@dataclass(frozen=True)
class SearchHit:
    title: str
    note: str
    url: str
    icon: str
