from django import forms
from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from interactions import actions
from interactions.actions.series import foreseen
from interactions.forms import ChangeSeriesForm
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
        "following": found.followed_by.first(),
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


@require_http_methods(["GET", "POST"])
@may_hold
def change_series(request, pk):
    """From a day on, which the address may name: another rule, another hour, other words."""
    found = _seen_or_404(request, pk)
    form = ChangeSeriesForm(request.POST or None, series=found, since=_first_day(request, found))
    if form.is_valid():
        following = actions.change_series(found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Changed: the earlier ones stay as they were."))
        return redirect(following)
    context = {"series": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "interactions/change_series.html", context, status=status)


def _first_day(request, found):
    today = clock.today()
    if (day := parse_date(request.GET.get("since", ""))) and day >= today:
        return day
    planned = found.interactions.planned().filter(series_day__gte=today)
    first = planned.order_by("series_day").values_list("series_day", flat=True).first()
    return first or next(iter(foreseen(found, found.until)), today)


@require_POST
@may_hold
def end_series(request, pk):
    found = _seen_or_404(request, pk)
    actions.end_series(found, by=request.user)
    messages.success(request, _("The repetition has ended."))
    return redirect(found)
