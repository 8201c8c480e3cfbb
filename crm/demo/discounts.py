"""The discount policy of the demo firm, an order beyond it, terms of a good client."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from catalog.actions import agree_payment_terms
from catalog.models import DiscountRule
from clients.models import Client, Segment
from clients.relation_length import count_average
from company.deadlines.terms import Unit
from core import clock
from crm.demo import people
from crm.demo.desk import content_of
from crm.demo.regulations import REGULARS
from orders import actions
from orders.models import WorkOrder

# name, what it asks for, discount up to, deferral up to so many working days
ROWS = [
    ("Любой клиент", {}, 5, 0),
    (
        "От 150 000 ₽ за 12 месяцев",
        {"figure": "ordered_year_sum", "figure_from": 150_000},
        7,
        5,
    ),
    ("Выгодная сделка", {"margin_from": 60}, 8, 0),
]
OF_REGULARS = ("Постоянные клиенты", 10, 10)


def fill(since: date):
    """After the orders of the demo, which nobody asks about; they are judged by it all the same."""
    director = people.login("director")
    for name, asked, percent, days in ROWS:
        _row(name, percent, days, since, **asked)
    name, percent, days = OF_REGULARS
    _row(name, percent, days, since, segment=Segment.objects.filter(name=REGULARS).first())
    recent = WorkOrder.objects.filter(created_at__gte=clock.midnight(since))
    recent.update(allowed_percent=ROWS[0][2])
    _give_more(director)
    _agree(director)
    count_average()


def _row(name, percent, days, since, **asked):
    given = {"discount_percent": percent, "deferral_days": days, "valid_from": since}
    DiscountRule.objects.get_or_create(name=name, defaults={**given, **asked})


def _give_more(director):
    """A director gave a client more than the policy says."""
    order = WorkOrder.objects.calculations().order_by("pk").first()
    if order is None:
        return
    wanted = replace(content_of(order), discount_percent=Decimal(12), reason="Открытие салона")
    with clock.at(clock.now() - timedelta(hours=3)):
        kept = actions.edit(order, wanted, by=director, version=order.version)
        actions.accept(kept, by=director)


def _agree(director):
    organisation = Client.objects.filter(kind=Client.Kind.ORGANISATION).order_by("pk").first()
    if organisation:
        terms = {"deferral_days": 10, "deferral_unit": Unit.WORKING_DAYS}
        agree_payment_terms(organisation, by=director, credit_limit=Decimal(100_000), **terms)
