"""What the price list consists of, edited by those who set prices."""

from django.utils.translation import gettext_lazy as _

from catalog.forms import (
    CodedForm,
    DiscountRuleForm,
    ProcessingForm,
    ProductForm,
    ProductGroupForm,
)
from catalog.models import (
    DiscountRule,
    Material,
    PriceLevel,
    PricingPolicy,
    Processing,
    Product,
    ProductGroup,
    QuantityDiscount,
    StainedGlassClass,
    Urgency,
)
from company.dictionaries import Dictionary, dictionary

PRICES = "catalog.change_price"


@dictionary
class Materials(Dictionary):
    code = "materials"
    model = Material
    title = _("Materials")
    help = _("Sheet glass and mirror. The price of a new material is entered in the price list.")
    right = PRICES
    form = CodedForm
    fields = (
        "name",
        "family",
        "thickness_mm",
        "max_long_side_mm",
        "max_short_side_mm",
        "waste_factor",
        "patterned",
        "can_be_tempered",
    )
    columns = ("name", "family", "thickness_mm", "waste_factor", "can_be_tempered")
    order = 61


@dictionary
class Processings(Dictionary):
    code = "processings"
    model = Processing
    title = _("Processings")
    help = _("What is done to glass: its field in the line editor appears by itself.")
    right = PRICES
    form = ProcessingForm
    fields = (
        "name",
        "kind",
        "unit",
        "min_thickness_mm",
        "max_thickness_mm",
        "families",
        "widths_mm",
    )
    columns = ("name", "kind", "unit", "min_thickness_mm", "families")
    fixed = ("kind", "unit")
    order = 62


@dictionary
class StainedGlassClasses(Dictionary):
    code = "stained-glass"
    model = StainedGlassClass
    title = _("Classes of stained glass")
    right = PRICES
    form = CodedForm
    fields = ("name", "pieces_from", "pieces_to")
    order = 63


@dictionary
class Products(Dictionary):
    code = "products"
    model = Product
    title = _("Goods and services")
    right = PRICES
    form = ProductForm
    fields = ("name", "kind", "unit")
    fixed = ("kind", "unit")
    order = 64


@dictionary
class ProductGroups(Dictionary):
    code = "product-groups"
    model = ProductGroup
    title = _("Product groups")
    help = _("What the plan and the analyses of sales name. A line is of the first that fits it.")
    right = PRICES
    form = ProductGroupForm
    fields = ("name", "kinds", "families")
    order = 65


@dictionary
class PriceLevels(Dictionary):
    code = "price-levels"
    model = PriceLevel
    title = _("Price levels")
    help = _("A client of a level pays the common price less its share, or a price of the level.")
    right = PRICES
    form = CodedForm
    fields = ("name", "discount_percent")
    order = 65


@dictionary
class Urgencies(Dictionary):
    code = "urgencies"
    model = Urgency
    title = _("Urgencies")
    right = PRICES
    form = CodedForm
    fields = ("name", "factor")
    order = 66


@dictionary
class QuantityDiscounts(Dictionary):
    code = "quantity-discounts"
    model = QuantityDiscount
    title = _("Discounts for the quantity")
    help = _("Zero per cent ends a discount. More pieces never cost less than fewer.")
    right = PRICES
    fields = ("from_quantity", "percent")
    order = 67


@dictionary
class PricingPolicies(Dictionary):
    code = "pricing-rules"
    model = PricingPolicy
    title = _("Rules of the calculation")
    help = _("Each set of rules holds from its day until the next one begins.")
    right = PRICES
    fields = (
        "valid_from",
        "minimum_area_m2",
        "minimum_line_amount",
        "figured_factor",
        "sketch_factor",
        "oversize_from_mm",
        "oversize_percent",
        "rounding_step",
        "rounding_up",
        "vat_included",
        "work_hour_cost",
        "margin_floor_percent",
    )
    columns = ("valid_from", "minimum_area_m2", "minimum_line_amount", "rounding_step")
    order = 68


@dictionary
class DiscountRules(Dictionary):
    code = "discount-policy"
    model = DiscountRule
    title = _("Discount policy")
    help = _(
        "What may be given to whom without asking. Rows that name a segment of the client go before"
        " those for any client; among these the best one counts. Without any row in force the limit"
        " of the role alone holds. The profitability threshold stands in the rules of the"
        " calculation."
    )
    section = "money"
    icon = "discount"
    right = "catalog.change_discountrule"
    form = DiscountRuleForm
    fields = (
        "name",
        "segment",
        "figure",
        "figure_from",
        "margin_from",
        "discount_percent",
        "deferral_days",
        "deferral_unit",
        "valid_from",
    )
    columns = (
        "name",
        "segment",
        "figure",
        "margin_from",
        "discount_percent",
        "deferral_days",
        "valid_from",
    )
    in_nav = True
    order = 70

    @classmethod
    def _value(cls, entry, name):
        if name == "figure":
            return entry.value_in_words
        if name == "deferral_days":
            return entry.deferral_in_words
        return super()._value(entry, name)
