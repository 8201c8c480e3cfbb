"""The price list of a day and a level for the pure modules, kept in memory while it holds."""

from collections import defaultdict
from datetime import date
from functools import lru_cache

from catalog.assortment import Assortment
from catalog.models import (
    DiscountRule,
    Material,
    Norm,
    Price,
    PriceLevel,
    PriceListStamp,
    PricingPolicy,
    Processing,
    Product,
    ProductGroup,
    PurchasePrice,
    QuantityDiscount,
    StainedGlassClass,
    Urgency,
)
from catalog.norms import NormFacts
from catalog.policy import RuleFacts
from catalog.pricing import Costs, Policy, Rate, Tariff, UrgencyFacts
from company.models import VatRegime
from core.money import kopecks

RETAIL = "retail"
TARGET_CODES = ("material__code", "processing__code", "glass_class__code", "product__code")


def tariff_on(day: date, level: str = RETAIL) -> Tariff:
    """Two short queries when the price list has not changed since the last calculation."""
    return _tariff(day, level, PriceListStamp.current(), VatRegime.percent_on(day))


def assortment() -> Assortment:
    return assortment_at(PriceListStamp.current())


def assortment_at(stamp) -> Assortment:
    """For who asks for the stamp once and for the assortment many times."""
    return _assortment(stamp)


def norms_in_force() -> tuple[NormFacts, ...]:
    """Stages are read along, so an edited stage shows when the next norm or price is saved."""
    return _norms(PriceListStamp.current())


@lru_cache(maxsize=64)
def _tariff(day, level, stamp, vat_percent):
    urgencies = Urgency.objects.all()
    row = PricingPolicy.objects.valid_on(day).first() or PricingPolicy()
    return Tariff(
        on=day,
        assortment=_assortment(stamp),
        rates=_rates(day, level),
        policy=_policy(row, vat_percent),
        urgencies={u.code: UrgencyFacts(u.code, u.name, u.factor) for u in urgencies},
        quantity_discounts=tuple(QuantityDiscount.objects.values_list("from_quantity", "percent")),
        costs=_costs(day, row, stamp),
        rules=_rules(stamp),
    )


def rules_known() -> tuple[RuleFacts, ...]:
    """The rows of the discount policy that are in use, whenever they begin."""
    return _rules(PriceListStamp.current())


@lru_cache(maxsize=4)
def _rules(stamp):
    return tuple(
        RuleFacts(
            name=row.name,
            segment=row.segment_id,
            figure=row.figure,
            figure_from=row.figure_from,
            margin_from=row.margin_from,
            discount_percent=row.discount_percent,
            deferral_days=row.deferral_days,
            deferral_unit=row.deferral_unit,
            valid_from=row.valid_from,
        )
        for row in DiscountRule.objects.active()
    )


def _costs(day, row, stamp):
    waste = dict(Material.objects.values_list("code", "waste_factor"))
    bought = {}
    prices = PurchasePrice.objects.valid_on(day).values_list(*TARGET_CODES, "amount")
    for *codes, amount in prices:
        target, code = _target(codes)
        factor = waste[code] if target == "material" else 1
        bought[target, code] = None if amount is None else amount * factor
    return Costs(bought, row.work_hour_cost, row.margin_floor_percent, _norms(stamp))


@lru_cache(maxsize=4)
def _assortment(stamp):
    return Assortment(
        materials=_facts(Material),
        processings=_facts(Processing),
        glass_classes=_facts(StainedGlassClass),
        products=_facts(Product),
        urgencies=dict(Urgency.objects.values_list("code", "name")),
        groups=tuple(group.facts() for group in ProductGroup.objects.active()),
    )


def _facts(model):
    return {entry.code: entry.facts() for entry in model.objects.all()}


@lru_cache(maxsize=4)
def _norms(stamp):
    rows = Norm.objects.select_related("stage", "processing")
    return tuple(
        NormFacts(
            stage=norm.stage.code,
            stage_ordering=norm.stage.ordering,
            unit=norm.unit,
            minutes_per_unit=norm.minutes_per_unit,
            setup_minutes=norm.setup_minutes,
            kind=norm.kind,
            processing=norm.processing.code if norm.processing else "",
        )
        for norm in rows
    )


def _policy(row, vat_percent):
    return Policy(
        minimum_area_m2=row.minimum_area_m2,
        minimum_line_amount=row.minimum_line_amount,
        figured_factor=row.figured_factor,
        sketch_factor=row.sketch_factor,
        oversize_from_mm=row.oversize_from_mm,
        oversize_percent=row.oversize_percent,
        rounding_step=row.rounding_step,
        rounding_up=row.rounding_up,
        vat_percent=vat_percent,
        vat_included=row.vat_included,
    )


def _rates(day, level):
    """A price of the level's own wins; otherwise the level takes its share off the common one."""
    share = PriceLevel.objects.filter(code=level).values_list("discount_percent", flat=True).first()
    rows = Price.objects.for_level(level).valid_on(day)
    found = {}
    for *codes, own, thickness, width_to, curved, amount in rows.values_list(
        *TARGET_CODES, "level_id", "thickness_mm", "width_to_mm", "curved", "amount"
    ):
        sort = (*codes, thickness, width_to, curved)
        if own:
            found[sort] = amount
        else:
            found.setdefault(sort, kopecks(amount * (100 - (share or 0)) / 100))
    return _by_target(found)


def _by_target(found):
    rates = defaultdict(list)
    for (*codes, thickness, width_to, curved), amount in found.items():
        target, code = _target(codes)
        rates[target, code].append(Rate(amount, thickness, width_to, curved))
    return {key: tuple(each) for key, each in rates.items()}


def _target(codes):
    names = (path.removesuffix("__code") for path in TARGET_CODES)
    return next((name, code) for name, code in zip(names, codes, strict=True) if code)
