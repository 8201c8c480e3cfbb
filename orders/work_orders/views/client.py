"""The client's part of the order screen: found while typing, or taken down as new."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from clients.actions import announced
from clients.actions import likely_duplicates as look_alike
from clients.models import Client
from core import phones
from core.fields import plain
from orders.work_orders import typed
from orders.work_orders.entry import OrderEntry

FEWEST_LETTERS, MOST_TYPED = 2, 100
MOST_SHOWN = 8
WHOLE_NUMBER = 10

may_see_clients = permission_required("clients.view_client", raise_exception=True)


@require_GET
@may_see_clients
def find_client(request):
    """Clients by what is typed into the field of the phone or of the name."""
    text = plain(request.GET.get("phone") or request.GET.get("name") or "").strip()[:MOST_TYPED]
    found, names = [], []
    if len(text) >= FEWEST_LETTERS:
        clients = Client.objects.visible_to(request.user).prefetch_related("phones")
        found, names = clients.best_or_nearest(text, MOST_SHOWN)
    context = {
        "found": found,
        "taken_for": names,
        "text": text,
        "is_certain": len(found) == 1 and len(phones.digits(text)) >= WHOLE_NUMBER,
    }
    return render(request, "orders/_found_clients.html", context)


@require_GET
@may_see_clients
def likely_duplicates(request):
    """Asked when the fields of a new client are left, so that the press does not have to."""
    name, phone = (plain(request.GET.get(field, ""))[:MOST_TYPED] for field in ("name", "phone"))
    found = announced(look_alike(name, phone), request.user) if name or phone else []
    return render(request, "orders/_duplicates.html", {"clients": found, "is_early": True})


@require_GET
@may_see_clients
def client_choice(request):
    """The box with the chosen client; without one, the empty fields."""
    entry = OrderEntry(typed.blank(client=request.GET.get("client", "")), by=request.user)
    return render(request, "orders/_client.html", {"entry": entry})
