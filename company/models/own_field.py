from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OwnFieldQuerySet(models.QuerySet):
    def of(self, model):
        return self.filter(model=model._meta.label_lower)

    def active(self):
        return self.filter(is_active=True)


class OwnField(models.Model):
    """A field that the firm adds to a model; its values stand in the rows' `own`, under `code`."""

    class Kind(models.TextChoices):
        TEXT = "text", pgettext_lazy("kind of a field", "Text")
        NUMBER = "number", pgettext_lazy("kind of a field", "Number")
        DATE = "date", pgettext_lazy("kind of a field", "Date")
        CHOICE = "choice", pgettext_lazy("kind of a field", "One of a list")
        FLAG = "flag", pgettext_lazy("kind of a field", "Yes or no")

    model = models.CharField(max_length=60, default="clients.client")
    label = models.CharField(_("Name of the field"), max_length=60)
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind, default=Kind.TEXT)
    options = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("List of answers"),
        default=list,
        blank=True,
    )
    ordering = models.PositiveSmallIntegerField(_("Order"), default=100)
    is_active = models.BooleanField(_("In use"), default=True)

    objects = OwnFieldQuerySet.as_manager()

    class Meta:
        ordering = ["ordering", "label"]
        verbose_name = _("Own field")
        constraints = [
            models.UniqueConstraint(fields=["model", "label"], name="own_field_once"),
            models.CheckConstraint(
                condition=~models.Q(kind="choice") | models.Q(options__len__gt=0),
                name="own_field_choice_has_options",
                violation_error_message=_("Name the answers to choose from."),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def code(self) -> str:
        """The key in `own`: it stays when the field is renamed."""
        return f"f{self.pk}"
