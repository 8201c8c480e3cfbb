"""From what is to be made to its price, row by row."""

from decimal import Decimal

from catalog import geometry
from catalog.assortment import Assortment
from catalog.spec import LineSpec, Work
from catalog.vocabulary import FIGURED, Kind, ProcessingKind, Shape, Unit
from core.money import kopecks, share

from .quantity import Prices
from .quote import Quote, Row, total_of
from .tariff import Tariff

GLASS_KG_PER_M2_MM = Decimal("2.5")
STAINED_GLASS_KG_PER_M2 = Decimal(18)


def calculate(spec: LineSpec, tariff: Tariff, *, client_discount=0, order_discount=0) -> Quote:
    """Discounts are percents, each taken from what the ones before it left."""
    rows = _rows_of_item(spec, tariff)
    for work in spec.works:
        rows += _rows_of_work(work, spec, tariff)
    rows += _row_of_urgency(spec, tariff, total_of(rows))
    return _quoted(spec, tariff, rows, (Decimal(client_discount), Decimal(order_discount)))


def _rows_of_item(spec, tariff):
    if spec.kind == Kind.SHEET:
        return _rows_of_sheet(spec, tariff)
    if spec.kind == Kind.STAINED_GLASS:
        facts = tariff.assortment.glass_classes[spec.item]
        rate = tariff.rate("glass_class", spec.item, name=facts.name)
        return _rows_by_area("material", facts.name, spec, tariff, rate)
    return [_row_of_product(spec, tariff)]


def _rows_of_sheet(spec, tariff):
    facts = tariff.assortment.materials[spec.item]
    if spec.own_material:
        return [Row("own_material", Decimal(0), name=facts.name)]
    rate = tariff.rate("material", spec.item, name=facts.name, thickness_mm=facts.thickness_mm)
    return _rows_by_area("material", facts.name, spec, tariff, rate)


def _rows_by_area(about, name, spec, tariff, rate):
    """Figured pieces pay for the rectangle they are cut from, times a factor."""
    policy = tariff.policy
    area = max(geometry.bounding_area_m2(spec), policy.minimum_area_m2)
    factor = policy.figured_factor if spec.shape in FIGURED else None
    if spec.shape == Shape.SKETCH:
        factor = policy.sketch_factor
    amount = kopecks(area * rate * (factor or 1))
    rows = [Row(about, amount, name, area, Unit.M2.value, rate, factor)]
    longest = max(spec.width_mm, spec.height_mm)
    if policy.oversize_from_mm and longest >= policy.oversize_from_mm and policy.oversize_percent:
        extra = share(amount, policy.oversize_percent)
        rows.append(Row("oversize", extra, factor=policy.oversize_percent))
    return rows


def _row_of_product(spec, tariff):
    facts = tariff.assortment.products[spec.item]
    rate = tariff.rate("product", spec.item, name=facts.name)
    count = product_count(spec, facts)
    return Row("product", kopecks(count * rate), facts.name, count, facts.unit, rate)


def product_count(spec: LineSpec, facts) -> Decimal:
    """In the unit that goods or a service are priced by."""
    return {
        Unit.M2: geometry.bounding_area_m2(spec),
        Unit.M: geometry.up(Decimal(spec.width_mm) / 1000),
    }.get(facts.unit, Decimal(1))


def _rows_of_work(work, spec, tariff):
    facts = tariff.assortment.processings[work.processing]
    counts = work_counts(work, spec, facts)
    return [_row_of_work(facts, spec, tariff, *each) for each in counts]


def work_counts(work: Work, spec: LineSpec, facts) -> list[tuple[Decimal, int | None, bool]]:
    """(units of one piece, width, whether curved) by which a processing is priced."""
    if facts.unit == Unit.M:
        straight, curved = geometry.length_m(spec, work)
        found = [(straight, work.width_mm, False), (curved, work.width_mm, True)]
    elif facts.unit == Unit.M2:
        whole = geometry.bounding_area_m2(spec)
        area = whole if work.area_m2 is None else geometry.up(work.area_m2)
        found = [(area * work.quantity, work.width_mm, False)]
    elif facts.kind == ProcessingKind.DRILLING:
        found = [(Decimal(count), width, False) for width, count in _holes(work)]
    else:
        found = [(Decimal(work.count()), work.width_mm, False)]
    return [each for each in found if each[0]]


def _holes(work: Work):
    if not work.places:
        return [(work.width_mm, work.quantity)]
    diameters = [place.diameter_mm for place in work.places]
    return [(each, diameters.count(each)) for each in sorted(set(diameters))]


def _row_of_work(facts, spec, tariff, count, width_mm, curved):
    material = tariff.assortment.materials.get(spec.item) if spec.is_sheet else None
    rate = tariff.rate(
        "processing",
        facts.code,
        name=facts.name,
        thickness_mm=material.thickness_mm if material else None,
        width_mm=width_mm,
        curved=curved,
    )
    amount = kopecks(count * rate)
    return Row("work", amount, facts.name, count, facts.unit, rate, None, width_mm, curved)


def _row_of_urgency(spec, tariff, amount):
    if not (spec.urgency and spec.is_made):
        return []
    facts = tariff.urgencies[spec.urgency]
    extra = kopecks(amount * (facts.factor - 1))
    return [Row("urgency", extra, facts.name, factor=facts.factor)] if extra else []


def _quoted(spec, tariff, rows, discounts):
    before = total_of(rows)
    prices = Prices(before, spec, tariff, discounts)
    rows = [*rows, *prices.rows_down(spec.quantity)]
    plain, price = prices.plain(spec.quantity), prices.of(spec.quantity)
    rows += _difference("rounding", plain - total_of(rows))
    about = "minimum" if plain * spec.quantity < prices.minimum else "steady"
    rows += _difference(about, price - plain)
    weight = weight_of_piece_kg(spec, tariff.assortment) * spec.quantity
    return Quote(tuple(rows), price, spec.quantity, weight, tariff.policy.vat_percent)


def _difference(about, amount):
    return [Row(about, amount)] if amount else []


def weight_of_piece_kg(spec: LineSpec, assortment: Assortment) -> Decimal:
    if not spec.is_made:
        return Decimal(0)
    per_m2 = STAINED_GLASS_KG_PER_M2
    if spec.is_sheet:
        per_m2 = assortment.materials[spec.item].thickness_mm * GLASS_KG_PER_M2_MM
    return (geometry.area_m2(spec) * per_m2).quantize(Decimal("0.1"))


def price_of(work: Work, spec: LineSpec, tariff: Tariff) -> Decimal:
    """What the work adds to the price of one piece, before urgency and discounts."""
    return total_of(_rows_of_work(work, spec, tariff))
