"""A small price list for tests of the calculation, without a database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from catalog.assortment import (
    Assortment,
    GlassClassFacts,
    MaterialFacts,
    ProcessingFacts,
    ProductFacts,
)
from catalog.pricing import Policy, Rate, Tariff, UrgencyFacts
from catalog.spec import LineSpec, Work

D = Decimal
MIRROR = MaterialFacts("mirror-4", "Зеркало серебро 4 мм", "mirror", 4, can_be_tempered=False)
GLASS = MaterialFacts("clear-6", "Стекло М1 6 мм", "clear", 6)
THIN = MaterialFacts("clear-3", "Стекло М1 3 мм", "clear", 3)

PROCESSINGS = (
    ProcessingFacts("polish", "Еврокромка", "edge", "m"),
    ProcessingFacts("grind", "Шлифовка", "edge", "m"),
    ProcessingFacts("facet", "Фацет", "facet", "m", min_thickness_mm=4, widths_mm=(10, 15, 20, 30)),
    ProcessingFacts("hole", "Отверстие", "drilling", "piece"),
    ProcessingFacts("cutout", "Вырез", "cutout", "piece"),
    ProcessingFacts("frost", "Матирование", "frosting", "m2"),
    ProcessingFacts("film", "Плёнка", "film", "m2", families=("mirror",)),
    ProcessingFacts("temper", "Закалка", "tempering", "m2", min_thickness_mm=4),
)
RATES = {
    ("material", "mirror-4"): (Rate(D(2400)),),
    ("material", "clear-6"): (Rate(D(1600)),),
    ("material", "clear-3"): (Rate(D(800)),),
    ("processing", "polish"): (
        Rate(D(180)),
        Rate(D(340), curved=True),
        Rate(D(220), thickness_mm=6),
    ),
    ("processing", "grind"): (Rate(D(60)), Rate(D(110), curved=True)),
    ("processing", "facet"): (
        Rate(D(200), width_to_mm=15),
        Rate(D(260), width_to_mm=20),
        Rate(D(330), width_to_mm=30),
        Rate(D(500), width_to_mm=30, curved=True),
    ),
    ("processing", "hole"): (Rate(D(150), width_to_mm=12), Rate(D(400))),
    ("processing", "cutout"): (Rate(D(1500)),),
    ("processing", "frost"): (Rate(D(3200)),),
    ("processing", "film"): (Rate(D(250)),),
    ("processing", "temper"): (Rate(D(500)),),
    ("glass_class", "class-2"): (Rate(D(14000)),),
    ("product", "delivery"): (Rate(D(1200)),),
    ("product", "glue-on"): (Rate(D(2200)),),
}
ASSORTMENT = Assortment(
    materials={each.code: each for each in (MIRROR, GLASS, THIN)},
    processings={each.code: each for each in PROCESSINGS},
    glass_classes={
        "class-1": GlassClassFacts("class-1", "Класс 1", 0, 20),
        "class-2": GlassClassFacts("class-2", "Класс 2", 21, 60),
    },
    products={
        "delivery": ProductFacts("delivery", "Доставка по городу", "service", "piece"),
        "glue-on": ProductFacts("glue-on", "Приклейка", "service", "m2"),
    },
)


def tariff(*, rates=RATES, quantity_discounts=(), **policy) -> Tariff:
    return Tariff(
        on=date(2026, 11, 22),
        assortment=ASSORTMENT,
        rates=rates,
        policy=replace(Policy(), **policy),
        urgencies={"urgent": UrgencyFacts("urgent", "Срочно", D("1.3"))},
        quantity_discounts=quantity_discounts,
    )


def sheet(width_mm=600, height_mm=800, *works, item="mirror-4", **more) -> LineSpec:
    return LineSpec("sheet", item, width_mm=width_mm, height_mm=height_mm, works=works, **more)


POLISHED = Work("polish")
FACET = Work("facet", width_mm=15)
