from django import forms
from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interactions import actions
from interactions.actions.series import foreseen
from interactions.models import InteractionSeries
from interactions.views.reach import may_hold

SHOWN = 30


def _seen_or_404(request, pk):
    seen = InteractionSeries.objects.visible_to(request.user).with_people()
    return get_object_or_404(seen, pk=pk)


@require_GET
def series(request, pk):
    """One repetition: what is planned of it, what is foreseen."""
    found = _seen_or_404(request, pk)
    planned = found.interactions.planned().soonest_first()[:SHOWN]
    days = foreseen(found, found.until)[:SHOWN]
    context = {
        "series": found,
        "planned": planned,
        "foreseen": [(day, found.moment_on(day)) for day in days],
    }
    return render(request, "interactions/series.html", context)


@require_POST
@may_hold
def make_occurrence(request, pk):
    found = _seen_or_404(request, pk)
    try:
        day = forms.DateField(input_formats=["%Y-%m-%d"]).clean(request.POST.get("day", ""))
    except forms.ValidationError:
        return HttpResponseBadRequest()
    return redirect(actions.make_occurrence(found, by=request.user, day=day))


@require_POST
@may_hold
def end_series(request, pk):
    found = _seen_or_404(request, pk)
    actions.end_series(found, by=request.user)
    messages.success(request, _("The repetition has ended."))
    return redirect(found)
