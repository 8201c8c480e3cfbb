"""What a client is to the firm, by the firm's dated rules: one answer everywhere."""

from datetime import timedelta

import pytest

from clients.models import Client, ClientSummary, RelationRules
from clients.relation import Relation, state, state_of
from core import clock
from tests import given

pytestmark = pytest.mark.django_db

DAYS_AGO = {
    Relation.POTENTIAL: (0, None),
    Relation.NEW: (1, 10),
    Relation.REGULAR: (2, 10),
    Relation.SLEEPING: (5, 400),
    Relation.LOST: (5, 800),
}


def with_orders(count, days_ago):
    client = given.client()
    last = None if days_ago is None else clock.now() - timedelta(days=days_ago)
    ClientSummary.objects.filter(client=client).update(orders_count=count, last_order_at=last)
    return Client.objects.select_related("summary").annotate(relation=state()).get(pk=client.pk)


@pytest.mark.parametrize("relation", Relation)
def test_each_state_by_the_usual_rules(relation):
    client = with_orders(*DAYS_AGO[relation])

    assert client.relation == relation
    assert state_of(client.summary, RelationRules.objects.on(clock.today())) == relation


def test_the_firms_own_rules_hold_from_their_day_on():
    RelationRules.objects.create(
        valid_from=clock.today() - timedelta(days=30), sleeping_after_days=5, lost_after_days=9
    )
    RelationRules.objects.create(
        valid_from=clock.today() + timedelta(days=30), sleeping_after_days=100
    )

    assert with_orders(3, 7).relation == Relation.SLEEPING
    assert with_orders(3, 10).relation == Relation.LOST
    assert RelationRules.objects.on(clock.today() + timedelta(days=31)).sleeping_after_days == 100
