from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core import clock


class AbsenceQuerySet(models.QuerySet):
    def today(self):
        today = clock.today()
        return self.filter(first_day__lte=today, last_day__gte=today)

    def deputies_today(self) -> dict[int, list]:
        """Who stands in for whom, by the id of the absent."""
        found = {}
        for absence in self.today().select_related("deputy"):
            found.setdefault(absence.employee_id, []).append(absence.deputy)
        return found


class Absence(models.Model):
    """Somebody is away: their deputy answers what is asked of them and hears each morning which of
    their dates are in danger; nothing else."""

    employee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="absences",
        verbose_name=_("Who is away"),
    )
    first_day = models.DateField(_("Away from"))
    last_day = models.DateField(_("Away to"))
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="deputizes",
        verbose_name=_("Deputy"),
    )
    note = models.CharField(_("Note"), max_length=120, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["-last_day", "-first_day"]
        verbose_name = _("Absence")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="absence_ends_after_it_begins",
                violation_error_message=_("The last day is not before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(deputy=F("employee")),
                name="absence_deputy_is_another",
                violation_error_message=_("Somebody else is the deputy."),
            ),
        ]
        indexes = [models.Index(fields=["deputy", "last_day"], name="absence_deputy")]

    def __str__(self):
        return f"{self.employee}: {self.first_day:%d.%m.%Y} – {self.last_day:%d.%m.%Y}"
