"""Fields that the firm adds: drawn, kept as JSON that compares, shown in words."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms

from clients.models import Client
from company import own_fields
from company.models import OwnField
from tests import given

pytestmark = pytest.mark.django_db
Kind = OwnField.Kind


def field(label, kind=Kind.TEXT, **more):
    return OwnField.objects.create(label=label, kind=kind, **more)


def typed(fields, own=None, **values):
    drawn = own_fields.form_fields(fields, own or {})
    form = type("Own", (forms.Form,), drawn)(values)
    assert form.is_valid(), form.errors
    return own_fields.collected(fields, own or {}, form.cleaned_data)


def test_what_is_typed_is_kept_by_kind_and_shown_in_words():
    fields = [
        field("Любимое стекло"),
        field("Магазинов", Kind.NUMBER),
        field("Договор до", Kind.DATE),
        field("Канал", Kind.CHOICE, options=["Опт", "Розница"]),
        field("Дизайнер", Kind.FLAG),
    ]
    names = [own_fields.name_of(each) for each in fields]

    own = typed(
        fields, **dict(zip(names, ["Матовое", "1 200,5", "2027-01-31", "Опт", "true"], strict=True))
    )

    assert list(own.values()) == ["Матовое", 1200.5, "2027-01-31", "Опт", True]
    assert own_fields.shown(fields, own) == [
        ("Любимое стекло", "Матовое"),
        ("Магазинов", "1\u00a0200,5"),
        ("Договор до", "31.01.2027"),
        ("Канал", "Опт"),
        ("Дизайнер", "Да"),
    ]


def test_an_emptied_answer_goes_and_one_of_a_field_out_of_use_stays():
    shops, old = field("Магазинов", Kind.NUMBER), field("Старое")
    own = {shops.code: 3, old.code: "было"}

    assert typed([shops], own, **{own_fields.name_of(shops): ""}) == {old.code: "было"}


def test_numbers_and_dates_are_compared_as_such_in_the_database():
    shops, until = field("Магазинов", Kind.NUMBER), field("Договор до", Kind.DATE)
    few = given.client(own={shops.code: 9, until.code: "2026-12-31"})
    many = given.client(own={shops.code: 10, until.code: "2027-01-01"})
    given.client()

    assert list(Client.objects.filter(**{f"own__{shops.code}__gte": 10})) == [many]
    first = own_fields.as_json(date(2026, 12, 31))
    assert list(Client.objects.filter(**{f"own__{until.code}__lte": first})) == [few]
    assert own_fields.as_json(Decimal("9.00")) == 9


def test_a_choice_that_the_list_has_lost_can_still_be_kept():
    channel = field("Канал", Kind.CHOICE, options=["Опт"])

    drawn = own_fields.form_fields([channel], {channel.code: "Ярмарка"})

    assert ("Ярмарка", "Ярмарка") in drawn[own_fields.name_of(channel)].choices
