"""Who answers an interest: rules in the firm's order, the first one that names somebody here."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry


class AnswerRule(DictionaryEntry):
    class Who(models.TextChoices):
        MANAGER = "manager", pgettext_lazy("who answers", "The client's own manager")
        EMPLOYEE = "employee", pgettext_lazy("who answers", "This employee")
        DEPARTMENT = "department", pgettext_lazy("who answers", "A department, in turn")
        ROLE = "role", pgettext_lazy("who answers", "A role, in turn")

    product_group = models.ForeignKey(
        "catalog.ProductGroup",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Product group"),
        null=True,
        blank=True,
        help_text=_("Empty: whatever they want."),
    )
    who = models.CharField(_("Who answers"), max_length=10, choices=Who, default=Who.ROLE)
    employee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Employee"),
        null=True,
        blank=True,
    )
    department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Department"),
        null=True,
        blank=True,
    )
    role = models.ForeignKey(
        "company.Role",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Role"),
        null=True,
        blank=True,
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Rule of who answers")
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=Q(who="manager")
                | Q(who="employee", employee__isnull=False)
                | Q(who="department", department__isnull=False)
                | Q(who="role", role__isnull=False),
                name="answer_rule_names_somebody",
            )
        ]

    @property
    def group(self):
        """In whose turn, None where it is one person."""
        return {self.Who.DEPARTMENT: self.department, self.Who.ROLE: self.role}.get(self.who)
