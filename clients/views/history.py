from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from clients.forms import HistoryForm
from clients.history import changes_of, kept, offered_fields, stood_on
from clients.views.client import seen_by


@require_GET
@permission_required("clients.view_client", raise_exception=True)
def history(request, pk):
    """Who changed what, newest first; or, with a day, how the card stood at its end."""
    client = get_object_or_404(seen_by(request.user), pk=pk)
    form = HistoryForm(request.GET, fields=offered_fields(request.user))
    asked = form.cleaned_data if form.is_valid() else {}
    context = {"client": client, "form": form, "day": asked.get("on"), "field": asked.get("field")}
    if context["day"]:
        context["stood"] = stood_on(client, request.user, context["day"])
        context["kept"] = kept(client)
        context["was_there"] = localdate(client.created_at) <= context["day"]
    else:
        context["page"] = changes_of(
            client, request.user, field=context["field"] or "", before=asked.get("before")
        )
    template = (
        "clients/_history.html" if request.htmx and asked.get("before") else "clients/history.html"
    )
    return render(request, template, context)
