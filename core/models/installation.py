from django.db import models


class Installation(models.Model):
    """Facts of this installation itself: one row, absent until there is something to say."""

    demo_loaded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="installation_one_row")
        ]

    def __str__(self):
        return "installation"

    @classmethod
    def has_demo_data(cls) -> bool:
        return cls.objects.filter(demo_loaded_at__isnull=False).exists()

    @classmethod
    def mark_demo(cls, moment):
        """With None the demo company is gone."""
        cls.objects.update_or_create(pk=1, defaults={"demo_loaded_at": moment})
