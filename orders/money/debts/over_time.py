"""Invoices on the timeline of a client, and what the firm did about those that were not paid."""

from django.utils.translation import gettext_lazy as _

from core import registry
from orders.models import DebtStep, Invoice


def contribute(right):
    registry.timeline_sources += [
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
        ),
        registry.TimelineSource(
            "debt_steps",
            _("Steps of debts"),
            "alarm",
            debt_steps_of,
            "at",
            "orders/_timeline_debt_step.html",
            lambda rows, user: rows.select_related("invoice"),
            right,
            36,
        ),
    ]


def invoices_of(client, user):
    return Invoice.objects.visible_to(user).filter(client=client)


def debt_steps_of(client, user):
    return DebtStep.objects.visible_to(user).filter(client=client)
