"""An interest is taken down: on a page of its own, or in a dialog over any other."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import trigger_client_event

from clients.actions import announced, likely_duplicates
from clients.models import Client
from core.fields import plain
from interactions.channels import WRITTEN, Channel
from interactions.models import Interaction
from sales.interests import actions
from sales.interests.content import NewClient
from sales.interests.forms import InterestForm, WishForm
from sales.interests.lifecycle import ADD, CHANGE
from sales.interests.views.page import found
from sales.models import Interest

may_add = permission_required(ADD, raise_exception=True)
FEWEST_LETTERS, MOST_TYPED, MOST_SHOWN = 2, 100, 6
CAME_BY = {Channel.CALL: Interest.CameBy.CALL} | dict.fromkeys(WRITTEN, Interest.CameBy.LETTER)


@require_http_methods(["GET", "POST"])
@may_add
def add_interest(request):
    """`?client=` and `?interaction=` name whose it is and what it came by."""
    talk = _talk(request)
    form = InterestForm(request.POST or None, by=request.user, initial=_known(request, talk))
    if form.is_valid():
        duplicates = _duplicates(request, form.whose)
        if not duplicates:
            return _registered(request, form, talk)
        return _shown(request, form, duplicates, status=422)
    return _shown(request, form, status=422 if form.is_bound else 200)


def _talk(request):
    pk = request.GET.get("interaction", "")
    seen = Interaction.objects.within_reach_of(request.user)
    return seen.filter(pk=pk).first() if pk.isdecimal() else None


def _known(request, talk):
    if talk:
        came_by = CAME_BY.get(talk.channel, Interest.CameBy.VISIT)
        return {"client": talk.client_id, "came_by": came_by, "wish": talk.note}
    typed = {name: request.GET.get(name, "") for name in ("phone", "name")}
    return {**typed, "client": request.GET.get("client", "")}


def _duplicates(request, whose):
    if "is_another" in request.POST or not isinstance(whose, NewClient):
        return []
    return announced(likely_duplicates(whose.name, whose.phone), request.user)


def _registered(request, form, talk):
    interest = actions.register(
        form.whose,
        form.content(talk),
        by=request.user,
        responsible=form.cleaned_data["responsible"],
        is_answered=form.cleaned_data["is_answered"],
    )
    said = _("Noted: %(client)s. %(who)s answers.")
    words = {"client": interest.client.name, "who": interest.responsible.short_name}
    messages.success(request, said % words)
    if not request.htmx:
        return redirect(interest)
    anew = {"form": InterestForm(by=request.user), "client": None, "is_kept": True}
    answer = render(request, "sales/interests/_form.html", anew)
    return trigger_client_event(trigger_client_event(answer, "timeline-grown"), "close-dialog")


def _shown(request, form, duplicates=(), status=200):
    template = "_form" if request.htmx else "add_interest"
    context = {"form": form, "client": _chosen(form), "duplicates": duplicates}
    return render(request, f"sales/interests/{template}.html", context, status=status)


def _chosen(form):
    pk = str(form["client"].value() or "")
    seen = form.fields["client"].queryset.prefetch_related("phones")
    return seen.filter(pk=pk).first() if pk.isdecimal() else None


@require_GET
@may_add
def find_interest_client(request):
    """Who is known already, by what is typed as a phone or as a name."""
    typed = request.GET.get("phone") or request.GET.get("name") or ""
    text, clients = plain(typed).strip()[:MOST_TYPED], []
    if len(text) >= FEWEST_LETTERS:
        seen = Client.objects.visible_to(request.user).without_grams().prefetch_related("phones")
        clients, _names = seen.best_or_nearest(text, MOST_SHOWN)
    return render(request, "sales/interests/_found.html", {"found": clients})


@require_GET
@may_add
def interest_client(request):
    """Whose it is: the client that was chosen, or the empty fields again."""
    form = InterestForm(by=request.user, initial={"client": request.GET.get("client", "")})
    context = {"form": form, "client": _chosen(form)}
    return render(request, "sales/interests/_whose.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def edit_interest(request, pk):
    interest = found(request, pk)
    form = WishForm.of(interest, request.POST or None)
    if form.is_valid():
        actions.change(interest, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(interest)
    context = {"form": form, "interest": interest}
    status = 422 if form.is_bound else 200
    return render(request, "sales/interests/edit_interest.html", context, status=status)
