"""A drive from the workshop to an office: the steps that tests of transport share."""

from django.urls import reverse

from interactions.models import Interaction
from production.transport import actions

TRANSPORT = reverse("production:transport")


def on_the_way(order, driver):
    loaded = actions.load(order.office, by=driver)
    return actions.depart(loaded, by=driver)


def state_of(order):
    order.refresh_from_db()
    return order.status


def calls_of(order):
    return Interaction.objects.owed().about(order).filter(reason="order_ready").count()


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")
