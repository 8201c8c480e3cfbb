from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients import actions
from clients.forms import PersonForm, drop_hidden
from clients.models import ContactPerson
from clients.views.client import seen_by

may_change = permission_required("clients.change_client", raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_change
def add_person(request, pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = actions.add_person(client, by=request.user, **form.content())
        return _kept(request, person)
    return _shown(request, client, form)


@require_http_methods(["GET", "POST"])
@may_change
def edit_person(request, pk, person_pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    person = get_object_or_404(ContactPerson, client=client, pk=person_pk)
    form = PersonForm.of(person, request.POST or None)
    drop_hidden(form, request.user, besides={"note"})
    if request.method == "POST" and form.is_valid():
        person = actions.change_person(person, by=request.user, **form.content())
        return _kept(request, person)
    return _shown(request, client, form, person)


def _kept(request, person):
    messages.success(request, _("Kept: %(person)s.") % {"person": person})
    return redirect(person.client)


def _shown(request, client, form, person=None):
    levels = person.relation_levels.select_related("by") if person else []
    merges = person.merges.standing().select_related("by", "changeset") if person else []
    context = {"client": client, "form": form, "person": person, "levels": levels}
    context["merges"] = merges
    status = 422 if form.errors else 200
    return render(request, "clients/person.html", context, status=status)
