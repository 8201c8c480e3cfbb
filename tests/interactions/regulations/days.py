"""Days around a Wednesday, and what happened on them."""

from datetime import date, datetime, timedelta

from django.utils.timezone import get_default_timezone

from core import clock
from interactions import actions
from interactions.models import Interaction
from interactions.regulations import due
from tests import given

DAY = timedelta(days=1)
WEDNESDAY = date(2026, 7, 15)


def moment(day, hour=12):
    return datetime(day.year, day.month, day.day, hour, tzinfo=get_default_timezone())


def later(days):
    return clock.at(clock.now() + timedelta(days=days))


def registered(days_ago, name="Мария Светлова", phone="8 916 123-45-67", *, by, **fields):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return given.client(name, phone, by=by, **fields)


def spoken_to(client, *, by, days_ago=0, channel="call"):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return actions.register(
            client, by=by, channel=channel, direction="out", purpose="Узнать, как дела"
        )


def calls():
    return Interaction.objects.filter(reason=due.REASON)
