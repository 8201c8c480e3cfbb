import random

import pytest

from core import phones
from core.errors import Refused


@pytest.mark.parametrize(
    "written",
    ["8 (912) 345-67-89", "+79123456789", "9123456789", "8-912-345-67-89", "тел. 8 912 3456789"],
)
def test_one_number_in_any_writing_is_one_number(written):
    assert phones.find(written) == [phones.Phone("+79123456789", "")]


def test_an_extension_stands_apart():
    assert phones.find("8 495 123-45-67 доб. 12") == [phones.Phone("+74951234567", "12")]


def test_a_foreign_number_keeps_its_country():
    assert phones.find("+44 20 7946 0958")[0].e164 == "+442079460958"
    assert phones.find("8-10-49-30-901820")[0].e164 == "+4930901820"


def test_several_numbers_in_one_text_are_all_found():
    found = phones.find("8 916 123-45-67 (Ольга), 8 495 123-45-67 доб. 12")

    assert [phone.e164 for phone in found] == ["+79161234567", "+74951234567"]


@pytest.mark.parametrize("nonsense", ["", "нет", "123", "+7 000 000-00-00", "8 912 345"])
def test_what_is_no_number_is_not_found(nonsense):
    assert phones.find(nonsense) == []


def test_a_line_without_a_number_is_refused_by_name():
    with pytest.raises(Refused, match="без телефона"):
        phones.find_in_lines("8 916 123-45-67\nбез телефона")


def test_seven_digits_ask_for_the_city_code():
    with pytest.raises(Refused) as short:
        phones.find_in_lines("123-45-67")
    with pytest.raises(Refused) as wrong:
        phones.find_in_lines("123-45-67-8")

    assert short.value.message.replace("123-45-67", "") != wrong.value.message.replace(
        "123-45-67-8", ""
    )


def test_a_number_is_shown_as_it_is_read_aloud():
    assert phones.show("+79161234567") == "+7 916 123-45-67"
    assert phones.show("+74951234567", "12").startswith("+7 495 123-45-67, ")
    assert phones.show("не номер") == "не номер"


@pytest.mark.parametrize("typed", ["8912345", "+7 912 345", "912345"])
def test_the_first_digits_are_a_beginning_in_any_writing(typed):
    assert "+7912345" in phones.beginnings(typed)


@pytest.mark.parametrize("typed", ["8 (912) 345-67-89", "+79123456789", "9123456789"])
def test_the_tail_drops_the_trunk_digit(typed):
    assert phones.reversed_tail(typed) == "9876543219"


def test_usual_numbers_are_written_as_the_library_writes_them():
    chance = random.Random(7)
    for number in (f"+7{chance.choice('349')}{chance.randrange(10**9):09}" for _ in range(2000)):
        assert phones.show(number) == phones._as_abroad(number)
