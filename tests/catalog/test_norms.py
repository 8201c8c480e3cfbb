from decimal import Decimal as Minutes

from catalog.norms import NormFacts, route
from catalog.spec import LineSpec, Work
from tests.catalog import shop

NORMS = (
    NormFacts("packing", 90, "piece", Minutes(3), kind="sheet"),
    NormFacts("tempering", 60, "line", Minutes(0), processing="temper"),
    NormFacts("cutting", 10, "m2", Minutes(5), Minutes(4), kind="sheet"),
    NormFacts("edging", 30, "m", Minutes("2.5"), Minutes(3), processing="polish"),
    NormFacts("drilling", 40, "piece", Minutes(4), processing="hole"),
)


def test_a_line_passes_the_stages_in_order_with_minutes_for_all_its_pieces():
    works = (shop.POLISHED, Work("hole", quantity=2), Work("temper"))
    shelf = shop.sheet(1000, 500, *works, item="clear-6", quantity=4)

    assert route(shelf, NORMS, shop.ASSORTMENT) == (
        ("cutting", 14),
        ("edging", 33),
        ("drilling", 32),
        ("tempering", 0),
        ("packing", 12),
    )


def test_a_plain_cut_skips_the_stages_it_does_not_need():
    stages = [stage for stage, _ in route(shop.sheet(), NORMS, shop.ASSORTMENT)]

    assert stages == ["cutting", "packing"]


def test_a_service_does_not_load_the_shop():
    assert route(LineSpec("service", "delivery"), NORMS, shop.ASSORTMENT) == ()
