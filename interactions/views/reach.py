"""Who may do what here, and one row of those within reach."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404

from clients.models import Client
from interactions import worklist

may_see = permission_required("interactions.view_interaction", raise_exception=True)
may_hold = permission_required("interactions.hold_interaction", raise_exception=True)


def seen_or_404(request, pk):
    reached = worklist.within_reach(request.user).prefetch_related("client__phones")
    return get_object_or_404(reached, pk=pk)


def client_or_404(request, pk):
    return get_object_or_404(Client.objects.visible_to(request.user).without_grams(), pk=pk)
