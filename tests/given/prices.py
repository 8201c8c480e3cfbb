"""What is sold, and lines of it."""

from datetime import date

from catalog.models import (
    DiscountRule,
    Material,
    Norm,
    Price,
    PricingPolicy,
    Processing,
    Product,
    PurchasePrice,
)
from catalog.spec import LineSpec, Work
from company.models import Stage


def price_list():
    """A mirror, a glass, their works and a delivery, with prices of all times and a norm each."""
    if Price.objects.exists():
        return
    mirror = Material.objects.create(
        code="mirror-4", name="Зеркало серебро 4 мм", family="mirror", thickness_mm=4
    )
    glass = Material.objects.create(
        code="clear-6", name="Стекло М1 6 мм", family="clear", thickness_mm=6
    )
    works = {
        code: Processing.objects.create(code=code, name=name, kind=kind, unit=unit, widths_mm=wide)
        for code, name, kind, unit, wide in [
            ("edge-euro", "Еврокромка", "edge", "m", []),
            ("facet", "Фацет", "facet", "m", [10, 15, 20]),
            ("hole", "Отверстие", "drilling", "piece", []),
            ("tempering", "Закалка", "tempering", "m2", []),
        ]
    }
    delivery = Product.objects.create(code="delivery", name="Доставка по городу", kind="service")
    since = {"valid_from": date(2020, 1, 1)}
    amounts = {"edge-euro": 180, "facet": 220, "hole": 150, "tempering": 900}
    Price.objects.bulk_create(
        [
            Price(material=mirror, amount=2400, **since),
            Price(material=glass, amount=1600, **since),
            *[
                Price(processing=works[code], amount=sum_, **since)
                for code, sum_ in amounts.items()
            ],
            Price(product=delivery, amount=1200, **since),
        ]
    )
    PricingPolicy.objects.create(valid_from=date(2020, 1, 1), rounding_step=1)
    stages = {stage.code: stage for stage in Stage.objects.all()}
    Norm.objects.create(stage=stages["cutting"], kind="sheet", unit="piece", minutes_per_unit=10)
    Norm.objects.create(
        stage=stages["facet"], processing=works["facet"], unit="m", minutes_per_unit=12
    )


def costs(*, hour=600, floor=20, **bought):
    """What a mirror, a delivery and an hour of work cost the firm; `floor` is the threshold."""
    price_list()
    prices = {"mirror-4": 800, "clear-6": 600} | bought
    for material in Material.objects.filter(code__in=prices):
        bought_for(prices[material.code], material=material)
    for product in Product.objects.all():
        bought_for(300, product=product)
    PricingPolicy.objects.update(work_hour_cost=hour, margin_floor_percent=floor)


def bought_for(amount, *, since=date(2020, 1, 1), **thing):
    """A purchase price of a material, processing or product from a day on."""
    return PurchasePrice.objects.update_or_create(
        **thing, valid_from=since, defaults={"amount": amount}
    )[0]


def discount_rule(name="Всем", percent=5, **fields) -> DiscountRule:
    """A row of the discount policy, in force for a long time."""
    since = {"valid_from": date(2020, 1, 1)}
    return DiscountRule.objects.create(name=name, discount_percent=percent, **since | fields)


def mirror(width_mm=600, height_mm=800, *, facet_mm=15, **fields) -> LineSpec:
    works = (Work("facet", width_mm=facet_mm),) if facet_mm else ()
    return LineSpec(
        "sheet", "mirror-4", width_mm=width_mm, height_mm=height_mm, works=works, **fields
    )


def delivery() -> LineSpec:
    return LineSpec("service", "delivery")


def measuring() -> LineSpec:
    return _sold("measuring", "Выезд на замер", "service", 900)


def goods() -> LineSpec:
    return _sold("fixings", "Держатели для зеркала, 4 шт.", "goods", 350)


def _sold(code, name, kind, amount):
    price_list()
    product, is_new = Product.objects.get_or_create(
        code=code, defaults={"name": name, "kind": kind}
    )
    if is_new:
        Price.objects.create(product=product, amount=amount, valid_from=date(2020, 1, 1))
    return LineSpec(kind, code)
