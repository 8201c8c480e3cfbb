from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from company import actions, year
from company.calendar import official_working_day
from company.forms import DayForm, FirmForm
from company.models import CalendarException, Firm
from core import clock

YEARS = range(2015, 2051)


@require_http_methods(["GET", "POST"])
@permission_required("company.change_firm", raise_exception=True)
def firm(request):
    form = FirmForm(request.POST or None, instance=Firm.get())
    if request.method == "POST" and form.is_valid():
        actions.change_firm(form.save(commit=False), by=request.user)
        messages.success(request, _("Kept. Papers issued before stay as they were."))
        return redirect("company:firm")
    return render(request, "company/firm.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@permission_required("company.change_calendarexception", raise_exception=True)
def calendar(request):
    """A year of working days; `?day=` opens the form of that day."""
    today = clock.today()
    day = _asked_day(request)
    shown = _asked_year(request, day or today)
    own = CalendarException.objects.filter(day__year=shown).order_by("day")
    context = {
        "year": shown,
        "months": year.months(shown),
        "moves_are_known": year.moves_are_known(shown),
        "today": today,
        "exceptions": own,
        "form": DayForm(initial=_about(day)) if day else None,
        "day": day,
    }
    return render(request, "company/calendar.html", context)


def _asked_day(request):
    try:
        return parse_date(request.GET.get("day", ""))
    except ValueError:
        return None


def _asked_year(request, day):
    asked = request.GET.get("year", "")
    shown = int(asked) if asked.isdecimal() and len(asked) == 4 else day.year
    return min(max(shown, YEARS[0]), YEARS[-1])


def _about(day):
    own = CalendarException.objects.filter(day=day).first()
    works = own.is_working if own else not official_working_day(day)
    return {"day": day, "is_working": "yes" if works else "no", "note": own.note if own else ""}


@require_POST
@permission_required("company.change_calendarexception", raise_exception=True)
def change_day(request):
    form = DayForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    day = form.cleaned_data["day"]
    actions.change_day(
        day,
        is_working=form.cleaned_data["is_working"],
        note=form.cleaned_data["note"],
        by=request.user,
    )
    return redirect(f"{reverse('company:calendar')}?year={day.year}")
