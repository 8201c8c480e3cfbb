from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from catalog import tariffs
from core.models import Attachment
from orders.models import Position
from production import changes, tablet
from production.cards import large_card
from production.forms import AskForm
from production.notes import notes_of

ASK = "production.ask_question"


def found_position(request, pk):
    seen = Position.ever.visible_to(request.user).filter(goes_to_shop=True)
    return get_object_or_404(seen.for_shop(), pk=pk)


@require_GET
def position(request, pk):
    return show(request, found_position(request, pk))


def show(request, found, *, ask_form=None, who_form=None):
    """The page; with the forms of a question that cannot be asked as it was typed."""
    asks = tablet.offered_to(request.user).has_perm(ASK)
    context = {
        "card": large_card(found, request.user, tariffs.assortment()),
        "operations": found.operations.select_related("stage"),
        "steps": found.steps.select_related("by"),
        "changes_seen": changes.seen(found),
        "files": [*_files_of(found.order), *_files_of(found)],
        "notes": notes_of([found]) if found.order.has_shop_notes else None,
        "ask_form": ask_form or (AskForm() if asks else None),
        "who_form": who_form or (tablet.who_form(request, ASK) if asks else None),
    }
    status = 422 if ask_form else 200
    return render(request, "production/position.html", context, status=status)


def _files_of(owner):
    return Attachment.objects.of(owner).of_pieces()
