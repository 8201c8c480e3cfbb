from django.db import models


class Counter(models.Model):
    """The last number given in one series of one year; its row is the lock of the series."""

    series = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="counter_series_year")
        ]

    def __str__(self):
        return f"{self.series}-{self.year}"
