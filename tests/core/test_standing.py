import pytest

from company.models import Firm
from company.robot import robot
from core import standing

pytestmark = pytest.mark.django_db


def test_who_writes_much_in_one_go_asks_once(django_assert_num_queries):
    with standing.kept(), django_assert_num_queries(2):
        firms = {id(Firm.get()) for _ in range(5)}
        robots = {id(robot()) for _ in range(5)}

    assert (len(firms), len(robots)) == (1, 1)


def test_a_page_asks_anew_each_time(django_assert_num_queries):
    with standing.kept():
        Firm.get()
    Firm.objects.update(name="New name")

    with django_assert_num_queries(1):
        assert Firm.get().name == "New name"


def test_a_part_of_the_work_knows_what_the_whole_has_asked(django_assert_num_queries):
    with standing.kept(), django_assert_num_queries(1):
        Firm.get()
        with standing.kept():
            Firm.get()
        Firm.get()
