import pytest

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
