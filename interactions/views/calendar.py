from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from clients.models import Client
from company.models import Firm
from interactions.calendar import shown, whose
from interactions.forms.calendar import DragForm, RangeForm, WhatForm
from interactions.views.reach import may_hold

OFFERED_CLIENTS = 20


@require_GET
def calendar(request):
    """The frame; the script asks for the events of what is looked at."""
    key = request.GET.get("whose", "")
    whose.people(request.user, key)
    sources = shown.sources(request.user)
    chosen = set(request.GET.getlist("source")) & {source.code for source in sources}
    context = {
        "form": WhatForm(request.user, initial={"whose": key}),
        "sources": [(source, not chosen or source.code in chosen) for source in sources],
        "firm": Firm.get(),
        "zone": settings.TIME_ZONE,
    }
    return render(request, "interactions/calendar.html", context)


@require_GET
def events(request):
    form = RangeForm(request.GET)
    if not form.is_valid():
        return HttpResponseBadRequest(" ".join(form.errors.get("__all__", [])))
    asked = request.GET.get("whose", ""), request.GET.getlist("source")
    since, until = form.cleaned_data["start"], form.cleaned_data["end"]
    return JsonResponse(shown.answer(request.user, *asked, since, until))


@require_POST
def drag(request, code, pk):
    """To another moment; the source's own verb says whether it may be."""
    source = next((each for each in shown.sources(request.user) if each.code == code), None)
    form = DragForm(request.POST)
    if source is None or source.move is None:
        raise Http404
    if not form.is_valid():
        return HttpResponseBadRequest()
    try:
        source.move(request.user, pk, **form.cleaned_data)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    return HttpResponse(status=204)


@require_GET
@may_hold
def with_whom(request):
    """With whom: an empty place of the calendar was pressed."""
    text = request.GET.get("q", "").strip()
    seen = Client.objects.visible_to(request.user).without_grams().prefetch_related("phones")
    context = {
        "q": text,
        "at": request.GET.get("at", ""),
        "clients": seen.best_found_by(text, OFFERED_CLIENTS) if text else [],
    }
    return render(request, "interactions/with_whom.html", context)
