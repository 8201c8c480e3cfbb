from catalog.models.assortment import Material, Processing, Product, StainedGlassClass
from catalog.models.discount_rule import DiscountRule
from catalog.models.price import TARGETS, Price
from catalog.models.product_group import ProductGroup
from catalog.models.purchase_price import PurchasePrice
from catalog.models.rules import Norm, PriceLevel, PricingPolicy, QuantityDiscount, Urgency
from catalog.models.stamp import PriceListStamp

__all__ = [
    "TARGETS",
    "DiscountRule",
    "Material",
    "Norm",
    "Price",
    "PriceLevel",
    "PriceListStamp",
    "PricingPolicy",
    "Processing",
    "Product",
    "ProductGroup",
    "PurchasePrice",
    "QuantityDiscount",
    "StainedGlassClass",
    "Urgency",
]
