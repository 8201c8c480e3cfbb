"""Which row of the discount policy counts."""

from decimal import Decimal

from catalog.costing import Deal
from catalog.policy import RuleFacts, Standing, allowance, deferral
from company.deadlines.terms import Unit

D = Decimal

DEAL = Deal(before=D(1000), by_hand=D(0), net=D(1000), cost=D(600), floor=D(20))
ANYBODY = RuleFacts("Всем", discount_percent=D(3))
DESIGNERS = RuleFacts("Дизайнеры", segment=1, discount_percent=D(10))
GOOD_DESIGNERS = RuleFacts(
    "Дизайнеры от 500 000", 1, "year_sum", D(500_000), discount_percent=D(15)
)
DEBTORS = RuleFacts("Должники", segment=2, discount_percent=D(0))
BIG_MARGIN = RuleFacts("Выгодные заказы", margin_from=D(50), discount_percent=D(7))
ROWS = (ANYBODY, DESIGNERS, GOOD_DESIGNERS, DEBTORS, BIG_MARGIN)


def standing(*segments, **fields):
    return Standing(frozenset(segments), **fields)


def given_to(client, deal=DEAL, rows=ROWS):
    found = allowance(rows, client, deal)
    return found.rule.name if found.rule else None, found.percent


def test_who_is_in_no_segment_gets_what_anybody_gets():
    assert given_to(standing()) == ("Всем", 3)


def test_a_row_for_a_segment_goes_before_those_for_anybody_also_where_it_gives_less():
    assert given_to(standing(1)) == ("Дизайнеры", 10)
    assert given_to(standing(2)) == ("Должники", 0)


def test_of_several_rows_for_ones_segments_the_best_one_counts():
    assert given_to(standing(1, 2)) == ("Дизайнеры", 10)
    assert given_to(standing(1, figures={"year_sum": D(500_000)})) == ("Дизайнеры от 500 000", 15)
    assert given_to(standing(1, figures={"year_sum": D(499_999)})) == ("Дизайнеры", 10)


def test_a_row_may_ask_for_the_margin_of_the_deal():
    rich = Deal(before=D(1000), by_hand=D(0), net=D(1000), cost=D(500), floor=D(20))
    unknown = Deal(before=D(1000), by_hand=D(0), net=D(1000), cost=D(0), unknown=("Клей",))

    assert given_to(standing(), rich) == ("Выгодные заказы", 7)
    assert given_to(standing(), unknown) == ("Всем", 3)


def test_nothing_goes_below_the_threshold_whatever_the_row_gives():
    tight = Deal(before=D(1000), by_hand=D(0), net=D(1000), cost=D(760), floor=D(20))
    found = allowance(ROWS, standing(1), tight)

    assert (found.percent, found.is_held_by_floor) == (5, True)


def test_the_clients_own_discount_is_a_part_of_what_may_be_given():
    assert given_to(standing(1, own_percent=D(6))) == ("Дизайнеры", 4)
    assert given_to(standing(1, own_percent=D(12))) == ("Дизайнеры", 0)


def test_where_no_row_fits_nothing_is_given():
    assert given_to(standing(), rows=(DESIGNERS,)) == (None, 0)


def test_a_deferral_is_the_longest_of_the_nearest_rows_and_asks_for_no_margin():
    weeks = RuleFacts("Студии", 1, deferral_days=10)
    longer = RuleFacts("Студии, календарь", 1, deferral_days=13, deferral_unit=Unit.DAYS)
    by_deal = RuleFacts("Выгодные", 1, margin_from=D(50), deferral_days=60)
    found = deferral((ANYBODY, weeks, longer, by_deal), standing(1))

    assert (found.days, found.unit, found.rule) == (10, Unit.WORKING_DAYS, weeks)
    assert found.covers(14, Unit.DAYS)
    assert not found.covers(15, Unit.DAYS)
    assert deferral((ANYBODY, weeks), standing()).days == 0
