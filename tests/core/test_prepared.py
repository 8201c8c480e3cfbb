"""Questions that are built once for each shape and then only asked."""

from datetime import timedelta

import pytest
from django.db.models import Value

from clients.models import Client
from core import clock, prepared
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def built():
    return []


@pytest.fixture
def named_from(built):
    @prepared.prepared
    def found(beginning, *, newest_first=False):
        built.append(beginning)
        rows = Client.objects.filter(folded_name__gte=beginning)
        return rows.order_by("-pk" if newest_first else "pk")

    return found


def test_the_question_is_built_once_and_finds_what_is_asked_for(named_from, built):
    anna, boris = given.client(name="Анна"), given.client(name="Борис")

    assert named_from("а") == [anna, boris]
    assert named_from("б") == [boris]
    assert len(built) == 2, "twice, to see what differs, and never again"
    assert named_from("а", newest_first=True) == [boris, anna]
    assert len(built) == 4, "another order is another question"


def test_it_finds_what_has_come_since(named_from):
    assert named_from("а") == []

    assert [given.client(name="Анна")] == named_from("а")


def test_each_person_sees_their_own():
    @prepared.prepared
    def seen(user):
        return Client.objects.visible_to(user).order_by("pk")

    role = given.role(rights=["clients.view_client"], scope="own")
    people = [given.employee(role=role) for _each in range(2)]
    theirs = [given.client(by=each) for each in people]

    assert [seen(each) for each in people] == [[each] for each in theirs]


def test_a_right_that_is_taken_away_is_gone_at_once():
    @prepared.prepared
    def seen(user):
        return Client.objects.visible_to(user)

    person = given.employee(may=["clients.view_client"])
    client = given.client(by=person)
    assert seen(person) == [client]

    person.role.rights = []
    person.role.save()

    assert seen(type(person).objects.get(pk=person.pk)) == []


def test_today_is_the_day_on_which_it_is_asked():
    @prepared.prepared
    def due():
        return Interaction.objects.due()

    call = given.planned_call(in_hours=48)
    assert due() == []

    with clock.at(clock.now() + timedelta(days=2)):
        assert due() == [call]


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(lambda pk: Client.objects.filter(pk=pk + 1), id="reckoned"),
        pytest.param(lambda pk: Client.objects.order_by("pk")[:pk], id="in the words"),
        pytest.param(lambda pk: Client.objects.filter(pk__in=[*Client.objects.all()]), id="asked"),
        pytest.param(
            lambda pk: Client.objects.annotate(at=Value(str(clock.now()))), id="another moment"
        ),
    ],
)
def test_what_cannot_be_prepared_is_told_of_and_asked_as_it_is(build, monkeypatch):
    told = []
    monkeypatch.setattr(prepared, "cannot_be", told.append)

    prepared.prepared(build)(7)

    assert len(told) == 1
