"""Every attribute with every operator is one query, and answers what its words say."""

from datetime import timedelta
from decimal import Decimal

import pytest

from clients import attributes as kinds
from clients.attributes import attributes
from clients.models import Client, ClientSummary, Requisites, Tag
from clients.segments import Group, matching, operators
from company.models import OwnField
from core import clock
from tests import given
from tests.given import condition

pytestmark = pytest.mark.django_db

TYPED = {
    "text": ["8 916"],
    "number": ["2"],
    "two_numbers": ["1", "3"],
    "days": ["30"],
    "day": ["2026-11-20"],
    "two_days": ["2026-11-01", "2026-11-30"],
}


def found(*parts, join="and", is_not=False):
    return set(matching(Group(join, list(parts), is_not)).values_list("name", flat=True))


def own(kind, **fields):
    return OwnField.objects.create(label=f"Своё {kind}", kind=kind, **fields)


def everything_known():
    """A base with each kind of own field, and with a client of whom each thing is known."""
    for kind in OwnField.Kind.values:
        own(kind, options=["Да", "Нет"] if kind == OwnField.Kind.CHOICE else [])
    order = given.order()
    Requisites.objects.create(client=order.client, inn="7707083893")
    order.client.tags.add(Tag.objects.create(name="Важный"))
    given.client("Ничего не известно", phone="")


def values_for(attribute, operator):
    fields = operator.fields(attribute)
    name = next((key for key in TYPED if getattr(operators.fields, key) is operator.fields), "")
    if name or not fields:
        return TYPED.get(name, [])
    return [value for value, _label in fields[0].choices][:2]


def test_each_operator_and_its_contrary_share_out_all_clients():
    everything_known()
    known, everybody = attributes(), set(Client.objects.values_list("name", flat=True))

    asked = 0
    for attribute in known.values():
        for operator in operators.of(attribute).values():
            values = values_for(attribute, operator)
            if operator.fields(attribute) and not values:
                continue  # a list that is empty in this firm offers nothing to choose
            told = (attribute.code, operator.code, *values)
            holds, fails = found(condition(*told)), found(condition(*told, is_not=True))
            assert holds | fails == everybody, told
            assert not holds & fails, told
            asked += 1
    assert asked > 100


@pytest.fixture
def base():
    """Three clients: what is known of them rises from the first to the last."""
    today = clock.today()
    shops, since = own("number"), own("date")
    for place, (name, phone) in enumerate(
        [("Анна Ёлкина", "+7 916 111-11-11"), ("ООО «Бета»", "+7 495 222-22-22"), ("Вера", "")]
    ):
        days_ago = (1, 40, 400)[place]
        client = given.client(
            name,
            phone,
            email=("", "info@beta.ru", "VERA@mail.ru")[place],
            kind=("person", "organisation", "person")[place],
            created_at=clock.now() - timedelta(days=days_ago),
            own={
                shops.code: place * 5,
                since.code: (today - timedelta(days=days_ago)).isoformat(),
            }
            if place
            else {},
        )
        ClientSummary.objects.filter(client=client).update(
            orders_count=place,
            debt_sum=Decimal(place * 1000),
            last_order_at=clock.now() - timedelta(days=days_ago) if place else None,
        )
    vip, old = Tag.objects.create(name="Важный"), Tag.objects.create(name="Давний")
    Client.objects.get(name="Вера").tags.add(vip, old)
    Client.objects.get(name="ООО «Бета»").tags.add(vip)
    return {"shops": f"own.{shops.code}", "since": f"own.{since.code}", "vip": vip, "old": old}


ANNA, BETA, VERA = "Анна Ёлкина", "ООО «Бета»", "Вера"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("name", "contains", "елкин"), {ANNA}),
        (("name", "equals", "вера"), {VERA}),
        (("name", "begins", "анна"), {ANNA}),
        (("email", "contains", "MAIL"), {VERA}),
        (("email", "empty"), {ANNA}),
        (("email", "given"), {BETA, VERA}),
        (("phone", "begins", "8 916"), {ANNA}),
        (("phone", "contains", "222-22"), {BETA}),
        (("phone", "equals", "8 (495) 222-22-22"), {BETA}),
        (("phone", "empty"), {VERA}),
        (("orders_count", "at_least", 1), {BETA, VERA}),
        (("orders_count", "at_most", 1), {ANNA, BETA}),
        (("orders_count", "equals", 2), {VERA}),
        (("debt_sum", "between", "500", "1 500,50"), {BETA}),
        (("shops", "at_least", 6), {VERA}),
        (("shops", "equals", 5), {BETA}),
        (("shops", "empty"), {ANNA}),
        (("kind", "one_of", "organisation"), {BETA}),
        (("relation", "one_of", "potential", "sleeping"), {ANNA, VERA}),
        (("created_at", "last_days", 30), {ANNA}),
        (("created_at", "longer_ago", 40), {VERA}),
        (("created_at", "longer_ago", 39), {BETA, VERA}),
        (("last_order_at", "empty"), {ANNA}),
        (("last_order_at", "last_days", 50), {BETA}),
        (("since", "last_days", 40), {BETA}),
        (("since", "longer_ago", 100), {VERA}),
        (("is_supplier", "no"), {ANNA, BETA, VERA}),
    ],
    # A set has no order of its own, and both workers must name a test alike.
    ids=lambda said: str(sorted(said) if isinstance(said, set) else said),
)
def test_what_the_words_say(base, asked, expected):
    code, *rest = asked

    assert found(condition(base.get(code, code), *rest)) == expected


def test_days_are_the_firms_and_both_ends_belong_to_them(base):
    day = clock.today() - timedelta(days=40)
    for code in ("created_at", base["since"]):
        assert found(condition(code, "equals", day)) == {BETA}
        assert found(condition(code, "between", day, day)) == {BETA}
        assert BETA not in found(condition(code, "after", day))
        assert found(condition(code, "before", day)) == {VERA}


def test_tags_any_and_all(base):
    vip, old = base["vip"].pk, base["old"].pk

    assert found(condition("tags", "one_of", vip, old)) == {BETA, VERA}
    assert found(condition("tags", "all_of", vip, old)) == {VERA}
    assert found(condition("tags", "empty")) == {ANNA}


def test_groups_join_and_deny(base):
    owes, potential = (
        condition("debt_sum", "at_least", 1500),
        condition("relation", "one_of", "potential"),
    )
    organisation = condition("kind", "one_of", "organisation")

    assert found(owes, potential, join="or") == {ANNA, VERA}
    assert found(owes, potential) == set()
    assert found(owes, potential, join="or", is_not=True) == {BETA}
    assert found(Group("or", [owes, organisation]), condition("email", "contains", "@")) == {
        BETA,
        VERA,
    }


def test_who_only_sells_to_us_is_no_client(base):
    given.client("Поставщик стекла", is_client=False, is_supplier=True)

    assert found(condition("name", "contains", "а")) == {ANNA, BETA, VERA}
    assert found(condition("is_supplier", "yes")) == set()


def test_a_segment_is_one_query(base, django_assert_num_queries):
    parts = [condition("tags", "one_of", base["vip"].pk), condition(base["shops"], "at_least", 1)]
    known = attributes()
    tree = Group("and", [*parts, condition("average_sum", "at_least", 1, is_not=True)])
    clients = matching(tree, known)

    with django_assert_num_queries(1):
        assert clients.count() == 2


def test_kinds_of_attributes_all_have_operators():
    assert set(operators.BY_KIND) == {
        kinds.TEXT,
        kinds.NUMBER,
        kinds.MONEY,
        kinds.DATE,
        kinds.CHOICE,
        kinds.FLAG,
        kinds.MANY,
    }
