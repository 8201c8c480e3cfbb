from decimal import Decimal

from catalog.offers import possible_works
from catalog.spec import LineSpec
from tests.catalog import shop


def offered(spec):
    return {offer.processing: offer.price for offer in possible_works(spec, shop.tariff())}


def test_a_mirror_is_offered_what_suits_a_mirror_with_its_price():
    found = offered(shop.sheet(600, 800))

    assert found["polish"] == Decimal("504.00")
    assert found["film"] == Decimal("120.00")
    assert "temper" not in found


def test_what_is_chosen_is_not_offered_again():
    found = offered(shop.sheet(600, 800, shop.POLISHED))

    assert "polish" not in found
    assert "grind" not in found


def test_thin_glass_is_offered_no_facet():
    assert "facet" not in offered(shop.sheet(600, 800, item="clear-3"))


def test_what_has_no_price_is_not_offered():
    assert "frost" in offered(shop.sheet(600, 600, shape="circle"))
    rates = {key: rate for key, rate in shop.RATES.items() if key != ("processing", "frost")}

    found = possible_works(shop.sheet(600, 600), shop.tariff(rates=rates))

    assert "frost" not in [offer.processing for offer in found]


def test_a_service_is_offered_nothing():
    assert offered(LineSpec("service", "delivery")) == {}
