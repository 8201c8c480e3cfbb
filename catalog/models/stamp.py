import pgtrigger
from django.db import models

from core.prepared import prepared
from core.standing import standing


class PriceListStamp(models.Model):
    """One row that changes whenever anything the calculation reads does: the key of its cache.

    A random stamp, not a counter: a rolled back change must not share its number with the next one.
    """

    stamp = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="price_list_stamp_one_row")
        ]

    def __str__(self):
        return str(self.stamp)

    @classmethod
    @standing
    def current(cls):
        return next(iter(_stamps()), None)


@prepared
def _stamps():
    return PriceListStamp.objects.values_list("stamp", flat=True)


def stamped() -> pgtrigger.Trigger:
    """For every table the calculation reads: bulk changes and raw SQL count as well."""
    return pgtrigger.Trigger(
        name="new_stamp",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=(
            "INSERT INTO catalog_priceliststamp (id, stamp) VALUES (1, gen_random_uuid())"
            " ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp; RETURN NULL;"
        ),
    )
