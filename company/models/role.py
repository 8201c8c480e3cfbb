from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RoleQuerySet(models.QuerySet):
    def with_people(self):
        """`people`: how many who work here have the role; the robot is nobody."""
        working = models.Q(employees__is_active=True) & ~models.Q(employees__username="robot")
        counted = self.annotate(people=models.Count("employees", filter=working))
        return counted.order_by("ordering", "name")


class Role(models.Model):
    """What employees of one kind may do: the firm's copy of the defaults in crm/access.py."""

    class Scope(models.TextChoices):
        ALL = "all", pgettext_lazy("what is seen", "All of the firm")
        OFFICE = "office", pgettext_lazy("what is seen", "Those of the own office")
        DEPARTMENT = "department", pgettext_lazy("what is seen", "Those of the own department")
        OWN = "own", pgettext_lazy("what is seen", "Only own ones")

    code = models.SlugField(_("Code"), unique=True, max_length=30)
    name = models.CharField(pgettext_lazy("entry", "Name"), max_length=80, unique=True)
    rights = ArrayField(models.CharField(max_length=80), default=list, verbose_name=_("Rights"))
    # Default rights that this role was offered so far: one that the firm took away stays away.
    offered_rights = ArrayField(models.CharField(max_length=80), default=list, editable=False)
    scope = models.CharField(
        _("Which clients and orders are seen"),
        max_length=10,
        choices=Scope,
        default=Scope.OFFICE,
    )
    # Codes of clients/attributes.py: what is not shown of a client, wherever one is shown.
    hidden_fields = ArrayField(
        models.CharField(max_length=60),
        default=list,
        blank=True,
        verbose_name=_("What is hidden of clients"),
    )
    discount_limit = models.DecimalField(
        _("Discount limit, %"), max_digits=4, decimal_places=1, default=0
    )
    home = models.CharField(_("First page"), max_length=60, default="today")
    ordering = models.PositiveSmallIntegerField(_("Order"), default=100)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["ordering", "name"]
        verbose_name = _("Role")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(discount_limit__range=(0, 100)),
                name="role_discount_limit",
                violation_error_message=_("Per cents are from 0 to 100."),
            )
        ]

    def __str__(self):
        return self.name
