from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from clients.actions import hands
from clients.views.client import seen_by
from company.views.hands import Hands
from core.models import Changeset

may_change = permission_required(hands.CHANGE, raise_exception=True)


def _found(request, pk):
    return get_object_or_404(seen_by(request.user), pk=pk)


hand_over, accept, decline, recall = Hands(
    hands,
    _found,
    about=lambda client: client.name,
    give=hands.CHANGE,
    take=hands.SEE,
    handed=gettext_lazy("Handed over: until it is accepted the client stays where it is."),
    taken=gettext_lazy("The client is yours."),
    hint=gettext_lazy(
        "What the manager has in hand for the client goes along once it is accepted."
    ),
).pages()


@require_GET
@may_change
def handed_over(request, pk):
    """What went to another manager with a client, and its way back."""
    moved, client = _moved(request, pk)
    context = {"changeset": moved, "client": client, **hands.told(moved)}
    return render(request, "clients/handed_over.html", context)


@require_POST
@may_change
def undo_hand_over(request, pk):
    moved, client = _moved(request, pk)
    hands.undo_hand_over(moved, client, by=request.user)
    messages.success(request, _("Undone."))
    return redirect("clients:handed_over", pk=pk)


def _moved(request, pk):
    """Whoever sees the client sees where it went."""
    moves = Changeset.objects.filter(kind=hands.KIND)
    moved = get_object_or_404(moves.select_related("by", "undone_by", "undo_job"), pk=pk)
    return moved, _found(request, hands.client_of(moved))
