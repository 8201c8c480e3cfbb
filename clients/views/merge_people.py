"""Contact persons who look like one, beside each other."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients import actions
from clients.duplicates import people
from clients.forms import ChoiceForm
from clients.merging import fields
from clients.models import ContactPerson, PersonMerge
from clients.views.client import seen_by
from clients.views.merge import may_merge, tell_what_stays

SHOWN = 100


@require_GET
@may_merge
def alike_people(request):
    found = people.alike(seen_by(request.user))
    context = {"found": found[:SHOWN], "count": len(found), "most": SHOWN}
    return render(request, "clients/alike_people.html", context)


@require_http_methods(["GET", "POST"])
@may_merge
def merge_people(request, pk, gone_pk):
    survivor, gone = _pair(request, pk, gone_pk)
    differing = [
        field
        for field in fields.differing_people(survivor, gone)
        if request.user.sees_field(field.code)
    ]
    form = ChoiceForm(differing, request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = actions.merge_people(survivor, gone, by=request.user, choices=form.choices())
        messages.success(
            request, _("Merged. Within 30 days this can be undone on the page of the person.")
        )
        return redirect(done.survivor.client)
    context = {"survivor": survivor, "gone": gone, "form": form}
    status = 422 if form.errors else 200
    return render(request, "clients/merge_people.html", context, status=status)


@require_POST
@may_merge
def tell_people_apart(request, pk, gone_pk):
    first, second = _pair(request, pk, gone_pk)
    actions.tell_people_apart(first, second, by=request.user)
    messages.success(request, _("Noted: these are different people."))
    return redirect("clients:alike_people")


@require_POST
@may_merge
def undo_person_merge(request, pk):
    done = get_object_or_404(PersonMerge.objects.visible_to(request.user), pk=pk)
    left = actions.undo_person_merge(done, by=request.user)
    messages.success(request, _("Undone: “%(person)s” is there again.") % {"person": done})
    tell_what_stays(request, left)
    return redirect(done.survivor.client)


def _pair(request, pk, gone_pk):
    seen = ContactPerson.objects.filter(client__in=seen_by(request.user))
    seen = seen.select_related("client").prefetch_related("phones")
    return get_object_or_404(seen, pk=pk), get_object_or_404(seen, pk=gone_pk)
