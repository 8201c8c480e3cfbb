"""Whatever is known of a client can be asked for by name."""

import pytest

from clients.attributes import attributes
from clients.models import Client, Requisites
from company.models import OwnField
from tests import given

pytestmark = pytest.mark.django_db


def test_every_attribute_can_be_read_from_the_database():
    OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    given.order()

    for attribute in attributes().values():
        clients = attribute.read(Client.objects.all())
        assert clients.filter(**{f"{attribute.path}__isnull": False}).count() in {0, 1}
        assert clients.order_by(attribute.path).values_list(attribute.path).count() == 1


def test_gaps_are_found_by_attribute():
    known, asked = given.client(email="a@b.ru"), attributes()
    unknown = given.client(phone="")
    Requisites.objects.create(client=known, inn="7707083893")

    def gaps(code):
        return list(Client.objects.filter(asked[code].empty))

    assert gaps("email") == [unknown]
    assert gaps("phone") == [unknown]
    assert gaps("inn") == [unknown]
    assert asked["name"].empty is None


def test_sums_are_for_those_who_may_see_them():
    assert "ordered_sum" in attributes(given.employee("director"))
    assert "ordered_sum" not in attributes(given.employee("worker"))


def test_the_average_is_of_the_orders_that_count():
    order = given.order()
    figure = attributes()["average_sum"]

    client = figure.read(Client.objects.all()).get(pk=order.client_id)

    assert getattr(client, figure.path) == order.total
