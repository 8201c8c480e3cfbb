"""Filters, columns and sorting of a list under a name, and the one that a person begins with."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from core import registry
from core.errors import Refused
from core.models import HomeView, SavedView
from core.models.saved_view import SHARE_RIGHT
from core.prepared import prepared

LONGEST_NAME, LONGEST_QUERY = 60, 2000


def address(view) -> str:
    return f"{reverse(registry.lists[view.list_code].url_name)}?{view.query}"


def roles():
    """Whom a view may be kept for."""
    return get_user_model()._meta.get_field("role").related_model.objects.all()


roles_offered = prepared(roles)


def shown_on(list_) -> list[dict]:
    """The views of a list that its reader may open, with what may be done to each: one query."""
    user = list_.user
    may_share = user.has_perm(SHARE_RIGHT)
    return [
        {
            "view": view,
            "is_home": view.is_home,
            "may_be_home": view.role_id in {None, user.role_id},
            "may_be_forgotten": view.role_id is None or may_share,
        }
        for view in _shown(list_.code, user)
    ]


@prepared
def _shown(list_code, user):
    seen = SavedView.objects.filter(list_code=list_code)
    seen = (seen.seen_by(user) | seen.kept_by(user)).select_related("role")
    home = HomeView.objects.filter(employee=user, view=OuterRef("pk"))
    return seen.annotate(is_home=Exists(home)).only("list_code", "name", "query", "role__name")


@transaction.atomic
def keep(list_code, *, by, name, query, role=None) -> SavedView:
    """What had the name before is written over."""
    name, query = name.strip()[:LONGEST_NAME], QueryDict(query[:LONGEST_QUERY]).urlencode()
    if not name:
        raise Refused(_("Give the view a name."))
    if role is None:
        whose = {"employee": by, "role": None}
    elif by.has_perm(SHARE_RIGHT):
        whose = {"role": role}
    else:
        raise PermissionDenied
    view, _created = SavedView.objects.update_or_create(
        **whose,
        list_code=list_code,
        name=name,
        defaults={"query": query[:LONGEST_QUERY]},
        create_defaults={"query": query[:LONGEST_QUERY], "employee": by},
    )
    return view


def begin_with(view, *, by):
    """Named once more, the person begins where the role does again."""
    given = HomeView.objects.filter(employee=by, view=view)
    if given.exists():
        given.delete()
    else:
        HomeView.objects.update_or_create(employee=by, defaults={"view": view})


def home_of(user) -> str:
    """The address that this person begins with, if they still may; else empty."""
    views = SavedView.objects.seen_by(user)
    view = views.filter(pk__in=HomeView.objects.filter(employee=user).values("view")).first()
    if view is None or view.list_code not in registry.lists:
        return ""
    return address(view) if user.has_perm(registry.lists[view.list_code].right) else ""
