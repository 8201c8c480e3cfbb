from django.conf import settings
from django.db import models


class DraftQuerySet(models.QuerySet):
    def of(self, employee):
        return self.filter(employee=employee)


class Draft(models.Model):
    """What a person has typed into one form and not saved yet."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    form = models.CharField(max_length=80)  # "orders.new", "orders.edit.17"
    content = models.JSONField(default=dict)  # the form's fields as posted: {name: [values]}
    saved_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employee", "form"], name="draft_one_per_form"),
        ]
        indexes = [models.Index(fields=["saved_at"], name="draft_saved_at")]

    def __str__(self):
        return self.form
