from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients import actions
from clients.duplicates import searching
from clients.duplicates.lifecycle import MERGE_RIGHT
from clients.forms import MergeForm
from clients.lists import DuplicateList, MergeList
from clients.merging import moving
from clients.models import DuplicateGroup, Merge
from clients.views.client import seen_by
from core import lists
from core.errors import Stale

may_merge = permission_required(MERGE_RIGHT, raise_exception=True)


@require_GET
def duplicates(request):
    return lists.respond(request, DuplicateList)


@require_POST
@may_merge
def search_duplicates(request):
    return redirect("core:job", pk=searching.start(by=request.user).pk)


@require_GET
@may_merge
def duplicate_group(request, pk):
    """The cards of a group beside each other."""
    group = get_object_or_404(DuplicateGroup.objects.visible_to(request.user), pk=pk)
    pairs = list(group.pairs.all())
    pks = {pk for pair in pairs for pk in (pair.first_id, pair.second_id)}
    cards = seen_by(request.user).with_reach().prefetch_related("phones").order_by("pk")
    known = cards.in_bulk(pks)
    compared = [(known[pair.first_id], known[pair.second_id], pair) for pair in pairs]
    context = {"group": group, "cards": known.values(), "compared": compared}
    context["offers"] = group.offers(request.user)
    return render(request, "clients/duplicate_group.html", context)


@require_POST
@may_merge
def reject_duplicates(request, pk):
    group = get_object_or_404(DuplicateGroup.objects.visible_to(request.user), pk=pk)
    actions.reject_duplicates(group, by=request.user)
    messages.success(request, _("Noted: these are different clients."))
    return redirect("clients:duplicates")


@require_POST
@may_merge
def reopen_duplicates(request, pk):
    group = get_object_or_404(DuplicateGroup.objects.visible_to(request.user), pk=pk)
    actions.reopen_duplicates(group, by=request.user)
    return redirect(group)


@require_http_methods(["GET", "POST"])
@may_merge
def merge(request, pk, gone_pk):
    """Two cards beside each other: whose value is taken, and what moves."""
    cards = seen_by(request.user).prefetch_related("phones")
    survivor, gone = get_object_or_404(cards, pk=pk), get_object_or_404(cards, pk=gone_pk)
    form = MergeForm(survivor, gone, request.POST or None, by=request.user)
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.merge(survivor, gone, by=request.user, **form.content())
        except Stale as refusal:
            stale = refusal.message
            form = MergeForm(survivor, gone, by=request.user)
        else:
            messages.success(
                request, _("Merged. Within 30 days this can be undone in the list of merges.")
            )
            return redirect(survivor)
    context = {
        "survivor": survivor,
        "gone": gone,
        "form": form,
        "stale": stale,
        "moved": moving.counted(gone),
    }
    status = 409 if stale else 422 if form.errors else 200
    return render(request, "clients/merge.html", context, status=status)


@require_GET
def merges(request):
    return lists.respond(request, MergeList)


@require_GET
@may_merge
def merge_card(request, pk):
    done = get_object_or_404(_seen_merges(request.user), pk=pk)
    return render(request, "clients/merge_card.html", {"done": done})


@require_POST
@may_merge
def undo_merge(request, pk):
    done = get_object_or_404(_seen_merges(request.user), pk=pk)
    left = actions.undo_merge(done, by=request.user)
    messages.success(request, _("Undone: “%(client)s” has its own card again.") % {"client": done})
    tell_what_stays(request, left)
    return redirect("clients:card", pk=done.gone_pk)


def tell_what_stays(request, left):
    """After an undoing: how many rows somebody has changed since."""
    if left:
        words = ngettext(
            "%(count)s row has been changed since the merge and stays where it is.",
            "%(count)s rows have been changed since the merge and stay where they are.",
            left,
        )
        messages.warning(request, words % {"count": left})


def _seen_merges(user):
    seen = Merge.objects.visible_to(user)
    return seen.select_related("survivor", "by", "changeset__undone_by")
