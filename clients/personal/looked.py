"""Who looked at a card, once an hour: one insert that waits for nothing and reads nothing."""

from datetime import timedelta

from django.db import connection
from django.db.models import Exists, OuterRef

from clients.models import CardView
from company.models import Firm
from core import clock

NOTE = """
    INSERT INTO clients_cardview (client_id, employee_id, hour) VALUES (%s, %s, %s)
    ON CONFLICT DO NOTHING
"""


def this_hour():
    return clock.now().replace(minute=0, second=0, microsecond=0)


def is_noted(user, hour):
    """Beside a client: whether the person has looked at it in this hour."""
    return Exists(CardView.objects.filter(client=OuterRef("pk"), employee=user, hour=hour))


def note(client, user):
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [client.pk, user.pk, this_hour()])


def forget_old() -> int:
    """What is older than the firm keeps it."""
    until = clock.now() - timedelta(days=Firm.get().views_kept_days)
    return CardView.objects.filter(hour__lt=until).delete()[0]
