"""What makes two clients alike, without a database."""

import pytest

from clients.duplicates.finding import suggested
from clients.duplicates.records import record
from clients.duplicates.writing import words_of

CROWD = [
    record(100 + number, name, phones=(f"+7916200{number:04}",))
    for number, name in enumerate(
        f"{surname} {first} {father}"
        for surname in ("Белов", "Котов", "Лавров", "Зуев", "Панин", "Седов")
        for first in ("Олег", "Анна", "Вера", "Иван", "Пётр")
        for father in ("Петрович", "Ивановна", "Олеговна", "Игоревич")
    )
]


def found(one, other):
    pairs = suggested([*CROWD, one, other])
    crowd = len(CROWD)
    return [verdict for first, second, verdict in pairs if (first, second) == (crowd, crowd + 1)]


def person(pk, name, phone="+79161112233", **more):
    return record(pk, name, phones=(phone,), **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Семёнова Алёна", "СЕМЕНОВА АЛЕНА"),
        ("Щукина Юлия", "Shchukina Yuliya"),
        ("Наталья Крылова", "Крылова Наташа"),
        ("ООО «Ромашка»", "Ромашка, АО"),
        ("Иванов", "Иванова"),
    ],
)
def test_one_name_in_several_writings(one, other):
    assert sorted(words_of(one)) == sorted(words_of(other))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Щукина Юлия", "Юлия Щукина", "name"),
        ("Воробьёва Юлия", "Воробева Юлия Ильинична", "like_name"),
        ("Воробьёв Илья", "Варобьев Илья", "like_name"),
        ("Воробьёв Илья", "ВоробьёвИлья", "like_name"),
        ("Щукина Ариадна Львовна", "Крамская Ариадна Львовна", "surname"),
    ],
)
def test_with_the_same_phone_they_are_one(one, other, reason):
    [verdict] = found(person(1, one), person(2, other))

    assert set(verdict.reasons) == {reason, "phone"}


@pytest.mark.parametrize(
    ("one", "other"), [("Белова Анна", "Белова Вера"), ("Котов Олег", "Котов Иван Петрович")]
)
def test_a_family_shares_a_phone_and_is_several(one, other):
    home = {"address": "ул. Лесная, д. 5, кв. 12"}

    assert not found(person(1, one, **home), person(2, other, **home))


def test_namesakes_are_no_duplicates():
    one, other = (person(pk, "Белов Олег", f"+7916999000{pk}") for pk in (1, 2))

    assert not found(one, other)


def test_the_same_inn_is_one_and_another_is_not():
    firm = {"is_firm": True, "phones": ("+74951112233",)}
    one = record(1, "ООО Вега", inn="7707083893", **firm)

    assert found(one, record(2, "Вега-Сервис", inn="7707083893", is_firm=True))[0].reasons
    assert not found(one, record(2, "ООО Вега", inn="7728168971", **firm))
