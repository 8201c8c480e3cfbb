from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.prepared import prepared


class RelationRulesQuerySet(models.QuerySet):
    def on(self, day):
        """Those in force on `day`; before the first ones, the first ones."""
        rules = _all_rules()
        begun = [each for each in rules if each.valid_from <= day]
        return next(iter([*begun, *rules[-1:]]), None) or self.model()


@prepared
def _all_rules():
    return RelationRules.objects.order_by("-valid_from")


class RelationRules(models.Model):
    """When a client is regular, sleeping or lost, from a day on. Past days keep their rules."""

    valid_from = models.DateField(_("Valid from"), unique=True, default=clock.today)
    regular_from_orders = models.PositiveSmallIntegerField(_("Regular from … orders"), default=2)
    sleeping_after_days = models.PositiveSmallIntegerField(
        _("Sleeping after … days without an order"), default=365
    )
    lost_after_days = models.PositiveSmallIntegerField(
        _("Lost after … days without an order"), default=730
    )

    objects = RelationRulesQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("Rules of the relation state")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(regular_from_orders__gte=2),
                name="relation_regular_from_two",
                violation_error_message=_("One purchase makes a new client, not a regular one."),
            ),
            models.CheckConstraint(
                condition=models.Q(lost_after_days__gt=models.F("sleeping_after_days")),
                name="relation_lost_after_sleeping",
                violation_error_message=_("A client sleeps before they are lost."),
            ),
        ]

    def __str__(self):
        return f"{self.valid_from:%d.%m.%Y}"

    @classmethod
    def regular_from(cls) -> int:
        """With how many orders a client is regular today."""
        return cls.objects.on(clock.today()).regular_from_orders
