from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from company import actions
from company.forms import LeavingForm
from company.views.employees import found, may_change, shown_once


@require_http_methods(["GET", "POST"])
@may_change
def let_go(request, pk):
    """What is on the employee, and who takes it over."""
    person = found(pk)
    form = LeavingForm(person, request.POST or None, by=request.user)
    if form.is_valid():
        done = actions.let_go(person, by=request.user, successors=form.successors())
        if done:
            messages.success(request, _said(done) % {"name": person.full_name})
        return redirect(person)
    context = {"form": form, "person": person}
    return render(request, "company/let_go.html", context, status=422 if form.is_bound else 200)


def _said(found):
    if found.done_at:
        return _("%(name)s cannot log in any more; everything is handed over.")
    return _("%(name)s cannot log in any more; what waits for them is being handed over.")


@never_cache
@require_POST
@may_change
def undo_leaving(request, pk):
    person = found(pk)
    password, back = actions.undo_leaving(person, by=request.user)
    if back.is_at_work:
        messages.info(request, _("What was theirs comes back piece by piece: see their page."))
    if left := back.changeset.left_count:
        said = ngettext(
            "%(count)s row has changed since and stays with the successor.",
            "%(count)s rows have changed since and stay with the successors.",
            left,
        )
        messages.warning(request, said % {"count": left})
    return shown_once(request, person, password) if password else redirect(person)
