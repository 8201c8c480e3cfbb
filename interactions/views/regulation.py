from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock, lists
from core.errors import Refused
from interactions import actions
from interactions.actions.regulate import REGULATE_RIGHT
from interactions.forms import RegulationForm
from interactions.lists import ContactDueList, RegulationList
from interactions.models import ContactRegulation
from interactions.regulations import due

may_regulate = permission_required(REGULATE_RIGHT, raise_exception=True)


def _known(pk):
    return get_object_or_404(ContactRegulation.objects.select_related("segment"), pk=pk)


@require_GET
def regulations(request):
    return lists.respond(request, RegulationList)


@require_GET
def contacts_due(request):
    return lists.respond(request, ContactDueList)


@require_http_methods(["GET", "POST"])
@may_regulate
def add_regulation(request):
    return _edited(request, ContactRegulation(active_since=clock.today()))


@require_http_methods(["GET", "POST"])
@may_regulate
def edit_regulation(request, pk):
    return _edited(request, _known(pk))


def _edited(request, regulation):
    form = RegulationForm.of(regulation, request.POST or None, by=request.user)
    fault = ""
    if request.method == "POST" and form.is_valid():
        try:
            kept = actions.keep_regulation(regulation, by=request.user, **form.cleaned_data)
        except Refused as refused:
            fault = refused.message
        else:
            messages.success(request, _("Kept: %(regulation)s.") % {"regulation": kept})
            return redirect("interactions:regulations")
    context = {"regulation": regulation, "form": form, "fault": fault}
    status = 422 if form.errors or fault else 200
    return render(request, "interactions/edit_regulation.html", context, status=status)


@require_POST
@may_regulate
def count_regulation(request):
    """Whom the words on the page concern, and what they would plan tomorrow."""
    pk = request.POST.get("regulation", "")
    regulation = _known(int(pk)) if pk.isdecimal() else ContactRegulation()
    form = RegulationForm.of(regulation, request.POST, by=request.user)
    found = {}
    if _is_enough(form):
        typed = form.typed(regulation)
        try:
            found = {
                "clients": due.clients_under(typed).count(),
                "tomorrow": due.new_by(typed, clock.today() + due.DAY),
            }
        except Refused as refused:
            found = {"fault": refused.message}
    return render(request, "interactions/_regulation_count.html", found)


def _is_enough(form) -> bool:
    """The words may still be missing."""
    form.is_valid()
    for name in ("name", "purpose", "script"):
        form.cleaned_data.setdefault(name, "")
    return not {"rhythm", "occasion", "days", "segment"} & form.errors.keys()


@require_POST
@may_regulate
def switch_off_regulation(request, pk):
    dropped = actions.switch_off_regulation(_known(pk), by=request.user)
    text = ngettext(
        "Switched off. %(count)s planned call is not needed any more.",
        "Switched off. %(count)s planned calls are not needed any more.",
        dropped,
    )
    messages.success(request, text % {"count": dropped})
    return redirect("interactions:regulations")


@require_POST
@may_regulate
def switch_on_regulation(request, pk):
    actions.switch_on_regulation(_known(pk), by=request.user)
    messages.success(request, _("Switched on from today."))
    return redirect("interactions:regulations")
