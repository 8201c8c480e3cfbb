from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models.client import Client
from clients.models.personal import ERASE_RIGHT
from core import addresses


class DataTermQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not user.has_perm(ERASE_RIGHT):
            return self.none()
        return self.filter(Exists(Client.objects.visible_to(user).filter(pk=OuterRef("client"))))

    def open(self):
        return self.filter(kept_at=None)

    def kept(self):
        return self.exclude(kept_at=None)


class DataTerm(models.Model):
    """The firm has no ground any more to keep the personal data of this client: somebody erases it,
    or says on what ground it stays."""

    class Ground(models.TextChoices):
        WITHDRAWN = "withdrawn", pgettext_lazy("end of a term", "The consent was withdrawn")
        IDLE = "idle", pgettext_lazy("end of a term", "No dealings for the firm's term")

    client = models.OneToOneField(
        Client, models.CASCADE, related_name="data_term", verbose_name=_("Client")
    )
    ground = models.CharField(_("Why"), max_length=12, choices=Ground)
    ended_on = models.DateField(_("Term ended on"))
    found_at = models.DateTimeField()
    kept_at = models.DateTimeField(_("Left as it is"), null=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who"), null=True
    )
    kept_reason = models.CharField(_("Why it stays"), max_length=250, blank=True)

    objects = DataTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("End of a term of personal data")
        default_permissions = ()
        indexes = [models.Index(fields=["ended_on", "id"], name="data_term_ended")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept_at=None) | ~models.Q(kept_reason=""),
                name="data_term_kept_has_a_reason",
            )
        ]

    def __str__(self):
        return f"{self.get_ground_display()}, {self.ended_on:%d.%m.%Y}"

    def get_absolute_url(self):
        return addresses.of_row("clients:erase", self.client_id)
