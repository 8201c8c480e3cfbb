from django.db.models import Q, QuerySet

THING = ("material_id", "processing_id", "glass_class_id", "product_id")


class DatedPriceQuerySet(QuerySet):
    """Prices that hold until the next one of their `sort`."""

    sort = THING

    def valid_on(self, day):
        """Of each sort of price the latest that has begun by that day."""
        begun = self.filter(valid_from__lte=day)
        return begun.order_by(*self.sort, "-valid_from").distinct(*self.sort)

    def coming_after(self, day):
        return self.filter(valid_from__gt=day).order_by("valid_from")

    def of_group(self, target):
        return self.filter(**{f"{target}__isnull": False})

    def of_item(self, target, item):
        return self.filter(**{target: item})

    def of_same_sort(self, price):
        return self.filter(**{name: getattr(price, name) for name in self.sort})


class PurchasePriceQuerySet(DatedPriceQuerySet):
    """All that is bought, one price each."""


class PriceQuerySet(DatedPriceQuerySet):
    sort = (*THING, "level_id", "thickness_mm", "width_to_mm", "curved")

    def of_item(self, target, item):
        return super().of_item(target, item).select_related("level")

    def for_level(self, code):
        return self.filter(Q(level=None) | Q(level__code=code))


class PolicyQuerySet(QuerySet):
    def valid_on(self, day):
        return self.filter(valid_from__lte=day).order_by("-valid_from")
