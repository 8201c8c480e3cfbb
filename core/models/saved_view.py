from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SHARE_RIGHT = "core.share_savedview"


class SavedViewQuerySet(models.QuerySet):
    def seen_by(self, user):
        """One's own, and those of one's role."""
        return self.filter(Q(employee=user, role=None) | Q(role=user.role_id))

    def kept_by(self, user):
        """What one may take away: one's own, and with the right those of the roles."""
        own = Q(employee=user, role=None)
        return self.filter(own | Q(role__isnull=False) if user.has_perm(SHARE_RIGHT) else own)


class SavedView(models.Model):
    """Filters, columns and sorting of one list under a name; of a person, or for a role."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.ForeignKey(
        "company.Role", models.CASCADE, related_name="+", verbose_name=_("Role"), null=True
    )
    list_code = models.CharField(max_length=60)
    name = models.CharField(_("Name"), max_length=60)
    query = models.CharField(max_length=2000)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("Saved view")
        permissions = [("share_savedview", _("Keep views of lists for whole roles"))]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "list_code", "name"],
                condition=Q(role=None),
                name="saved_view_name_once",
            ),
            models.UniqueConstraint(
                fields=["role", "list_code", "name"],
                condition=Q(role__isnull=False),
                name="saved_view_of_role_once",
            ),
        ]

    def __str__(self):
        return self.name


class HomeView(models.Model):
    """The view that a person begins with."""

    employee = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", primary_key=True
    )
    view = models.ForeignKey(SavedView, models.CASCADE, related_name="+")

    def __str__(self):
        return f"{self.employee_id}: {self.view_id}"
