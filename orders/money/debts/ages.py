"""How long a debt has been due: the bands in which it is counted and listed."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from core import clock


@dataclass(frozen=True)
class Age:
    """From `first` to `last` days after the day to pay; an open side has no end."""

    code: str
    label: str
    first: int | None
    last: int | None

    def due(self, field: str) -> Q:
        """Of rows whose day to pay is in `field`."""
        today, found = clock.today(), Q()
        if self.first is not None:
            found &= Q(**{f"{field}__lte": today - timedelta(days=self.first)})
        if self.last is not None:
            found &= Q(**{f"{field}__gte": today - timedelta(days=self.last)})
        return found

    def due_at(self, moment: str) -> Q:
        """The same where a moment says the day, so that its index serves."""
        today, found = clock.today(), Q()
        if self.first is not None:
            latest = clock.midnight(today - timedelta(days=self.first - 1))
            found &= Q(**{f"{moment}__lt": latest})
        if self.last is not None:
            found &= Q(**{f"{moment}__gte": clock.midnight(today - timedelta(days=self.last))})
        return found


AGES = (
    Age("ahead", pgettext_lazy("age of a debt", "Not due yet"), None, 0),
    Age("days_1_7", pgettext_lazy("age of a debt", "1–7 days"), 1, 7),
    Age("days_8_30", pgettext_lazy("age of a debt", "8–30 days"), 8, 30),
    Age("days_31_60", pgettext_lazy("age of a debt", "31–60 days"), 31, 60),
    Age("days_61_90", pgettext_lazy("age of a debt", "61–90 days"), 61, 90),
    Age("over_90", pgettext_lazy("age of a debt", "Over 90 days"), 91, None),
)
BY_CODE = {age.code: age for age in AGES}
CHOICES = [(age.code, age.label) for age in AGES]
