"""The demo price list with its rises: at every turn of the year, and in June for mirrors."""

from datetime import date
from decimal import Decimal

from catalog.models import (
    Material,
    Norm,
    Price,
    PriceLevel,
    PricingPolicy,
    Processing,
    Product,
    PurchasePrice,
    QuantityDiscount,
    StainedGlassClass,
    Urgency,
)
from company.models import Stage
from crm.demo.assortment import (
    BOUGHT_FOR_PERCENT,
    CLASSES,
    LEVELS,
    MARGIN_FLOOR_PERCENT,
    MATERIALS,
    MIRROR_RISE_PERCENT,
    NORMS,
    NOT_TEMPERED,
    PROCESSINGS,
    PRODUCTS,
    QUANTITY_DISCOUNTS,
    RISE_PERCENT,
    SHEETS,
    URGENCIES,
    WASTE,
    WHOLESALE_MIRROR,
    WORK_HOUR_COST,
    WORK_PRICES,
)


def load(today: date):
    """Nothing that exists already is touched."""
    for ordering, row in enumerate(MATERIALS):
        _material(ordering, *row, today)
    for ordering, row in enumerate(PROCESSINGS):
        _processing(ordering, *row, today)
    for ordering, (code, name, least, most, amount) in enumerate(CLASSES):
        facts = {"name": name, "pieces_from": least, "pieces_to": most}
        _priced(StainedGlassClass, "glass_class", code, ordering, facts, [(amount,)], today)
    for ordering, (code, name, kind, unit, amount) in enumerate(PRODUCTS):
        facts = {"name": name, "kind": kind, "unit": unit}
        _priced(Product, "product", code, ordering, facts, [(amount,)], today)
    _rules(today)
    _norms()


def _material(ordering, code, name, family, thickness, amount, today):
    long_side, short_side = SHEETS.get(family, (3210, 2250))
    facts = {
        "name": name,
        "family": family,
        "thickness_mm": thickness,
        "patterned": family == "patterned",
        "can_be_tempered": family not in NOT_TEMPERED and thickness >= 4,
        "max_long_side_mm": long_side,
        "max_short_side_mm": short_side,
        "waste_factor": WASTE.get(family, "1.20"),
    }
    extra = MIRROR_RISE_PERCENT if family == "mirror" else 0
    _priced(Material, "material", code, ordering, facts, [(amount,)], today, extra)


def _processing(ordering, code, name, kind, unit, least, most, families, widths, today):
    facts = {
        "name": name,
        "kind": kind,
        "unit": unit,
        "min_thickness_mm": least,
        "max_thickness_mm": most,
        "families": families,
        "widths_mm": widths,
    }
    _priced(Processing, "processing", code, ordering, facts, WORK_PRICES[code], today)


def _priced(model, target, code, ordering, facts, prices, today, extra=0):
    entry, is_new = model.objects.get_or_create(
        code=code, defaults={**facts, "ordering": ordering * 10}
    )
    if is_new:
        PurchasePrice.objects.bulk_create(_buy(entry, target, prices[0][0], today))
        rows = [price for each in prices for price in _dated(each, today, extra)]
        Price.objects.bulk_create(Price(**{target: entry}, **row) for row in rows)


def _buy(entry, target, amount, today):
    """What the firm pays for it, as a share of the price of then."""
    percent = BOUGHT_FOR_PERCENT.get(entry.code) or BOUGHT_FOR_PERCENT.get(target)
    if percent:
        bought = _tidy(Decimal(amount) * percent / 100)
        return [
            PurchasePrice(**{target: entry}, amount=row["amount"], valid_from=row["valid_from"])
            for row in _dated((bought,), today, 0)
        ]
    return []


def _dated(price, today, extra):
    """The same price before the last turn of the year and after the next one."""
    amount, thickness, width_to, curved = (*price, None, None, False)[:4]
    sort = {"thickness_mm": thickness, "width_to_mm": width_to, "curved": curved}
    last = _lowered(amount, extra) if today >= date(today.year, 6, 1) else amount
    dated = {
        date(today.year - 2, 1, 1): _lowered(_lowered(last, RISE_PERCENT), RISE_PERCENT),
        date(today.year - 1, 1, 1): _lowered(last, RISE_PERCENT),
        date(today.year, 1, 1): last,
        date(today.year + 1, 1, 1): _tidy(Decimal(amount) * (100 + RISE_PERCENT) / 100),
    }
    if last != amount:
        dated[date(today.year, 6, 1)] = amount
    return [{**sort, "amount": each, "valid_from": day} for day, each in dated.items()]


def _lowered(amount, percent):
    return _tidy(Decimal(amount) * 100 / (100 + percent))


def _tidy(amount: Decimal) -> Decimal:
    step = Decimal(10) if amount >= 200 else Decimal(5)
    return (amount / step).to_integral_value() * step


def _rules(today):
    for ordering, (code, name, discount) in enumerate(LEVELS):
        defaults = {"name": name, "discount_percent": discount, "ordering": ordering * 10}
        PriceLevel.objects.get_or_create(code=code, defaults=defaults)
    for ordering, (code, name, factor) in enumerate(URGENCIES):
        defaults = {"name": name, "factor": factor, "ordering": ordering * 10}
        Urgency.objects.get_or_create(code=code, defaults=defaults)
    for quantity, percent in QUANTITY_DISCOUNTS:
        QuantityDiscount.objects.get_or_create(
            from_quantity=quantity, defaults={"percent": percent}
        )
    Price.objects.get_or_create(
        material=Material.objects.get(code="mirror-silver-4"),
        level=PriceLevel.objects.get(code="wholesale"),
        valid_from=date(today.year, 1, 1),
        defaults={"amount": WHOLESALE_MIRROR},
    )
    _policy(date(today.year - 2, 1, 1), minimum_area_m2="0.10", minimum_line_amount=500)
    _policy(date(today.year, 1, 1), minimum_area_m2="0.10", minimum_line_amount=600)


def _policy(valid_from, **minimums):
    common = {
        "figured_factor": "1.30",
        "sketch_factor": "1.50",
        "oversize_from_mm": 2600,
        "oversize_percent": 20,
        "rounding_step": 10,
        "work_hour_cost": WORK_HOUR_COST,
        "margin_floor_percent": MARGIN_FLOOR_PERCENT,
    }
    PricingPolicy.objects.get_or_create(valid_from=valid_from, defaults={**common, **minimums})


def _norms():
    stages = {stage.code: stage for stage in Stage.objects.all()}
    processings = {each.code: each for each in Processing.objects.all()}
    for stage, subject, unit, minutes, setup in NORMS:
        processing = processings.get(subject)
        Norm.objects.get_or_create(
            stage=stages[stage],
            processing=processing,
            kind="" if processing else subject,
            defaults={"unit": unit, "minutes_per_unit": minutes, "setup_minutes": setup},
        )
