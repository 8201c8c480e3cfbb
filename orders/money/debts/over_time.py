"""Invoices on the timeline of a client, each with what became of it."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from core import registry
from orders.models import Invoice


def contribute(right):
    registry.timeline_sources.append(
        registry.TimelineSource(
            "invoices",
            _("Invoices"),
            "file-invoice",
            invoices_of,
            "created_at",
            "orders/_timeline_invoice.html",
            lambda rows, user: rows.select_related("manager"),
            right,
            35,
            with_steps,
        )
    )


def invoices_of(client, user):
    return Invoice.objects.visible_to(user).filter(client=client)


def with_steps(invoices, user):
    """What was done about their debts: asked only where there are invoices on the page."""
    prefetch_related_objects(invoices, "debt_steps")
    return invoices
