import pytest
from django.urls import reverse

from clients import actions
from clients.actions import likely_duplicates
from tests import given

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Иванов Иван", "Иван Иванов"),
        ("Иванов Иван", "Иванов Иван Петрович"),
        ("Иванов Иван Петрович", "Иванов Иван"),
        ("Семёнова Алёна", "семенова алена"),
        ("Ромашка, ООО", "ООО «Ромашка»"),
        ("Ромашка", "ООО «Ромашка»"),
    ],
)
def test_the_same_name_in_another_writing_is_likely_the_same_client(known, typed):
    given.client(known, "8 916 111-22-33")

    assert [client.name for client in likely_duplicates(typed, "")] == [known]


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Иванов Роман Петрович", "Иванов Иван Петрович"),
        ("Ольга Белова", "Ольга"),
        ("Ли", "Лина Ли"),
    ],
)
def test_a_similar_name_is_not_enough(known, typed):
    given.client(known, "8 916 111-22-33")

    assert list(likely_duplicates(typed, "")) == []


def test_the_same_e_mail_or_inn_is_the_same_client():
    by_mail = given.client("Первая", "8 916 111-22-33", email="Anna@mail.ru")
    firm = given.client("Вторая", "8 916 111-22-34")
    actions.set_requisites(firm, by=given.employee(), inn="7707083893")

    assert list(likely_duplicates("Кто-то", "", email="anna@MAIL.ru")) == [by_mail]
    assert list(likely_duplicates("Кто-то", "", inn="7707083893")) == [firm]
    assert list(likely_duplicates("", "", inn="7707083893", besides=firm)) == []


def test_whom_one_may_not_see_is_announced_without_data():
    known = given.client("Мария Светлова", "8 916 111-22-33")

    [to_olga] = actions.announced([known], given.employee("manager"))
    assert to_olga.is_seen
    [to_worker] = actions.announced([known], given.employee("worker"))
    assert not to_worker.is_seen


def test_requisites_with_an_inn_that_is_known_say_whose(login):
    firm, second = given.client("Первая", ""), given.client("Вторая", "")
    olga = given.employee()
    actions.set_requisites(firm, by=olga, inn="7707083893")

    url = reverse("clients:requisites", args=[second.pk])
    page = login(olga).post(url, {"inn": "7707083893"}, follow=True).content.decode()

    assert "тот же ИНН" in page
