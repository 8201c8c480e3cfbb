"""Pages of verbs that ask for something first: the whole page, or its form alone to htmx."""

from django.shortcuts import redirect, render, resolve_url
from django_htmx.http import HttpResponseClientRedirect


def ask(request, word, context):
    template = f"orders/_{word}.html" if request.htmx else f"orders/{word}.html"
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)


def go_on(request, order):
    """To the order; to one's own first page who sees no orders, as a driver and a foreman do."""
    sees = request.user.has_perm("orders.view_workorder")
    return go_to(request, order if sees else request.user.role.home)


def go_to(request, to):
    """The whole page, also where a form alone was sent by htmx."""
    url = resolve_url(to)
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
