from django.conf import settings
from django.db import models
from django.db.models import Q


class InteractionParticipant(models.Model):
    """Who takes part beside the responsible: a colleague, who hears of it and may open it, or a
    contact person of the client."""

    interaction = models.ForeignKey(
        "interactions.Interaction", models.CASCADE, related_name="participants"
    )
    employee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    person = models.ForeignKey(
        "clients.ContactPerson", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["interaction", "employee"], name="interaction_colleague_once"
            ),
            models.UniqueConstraint(
                fields=["interaction", "person"], name="interaction_person_once"
            ),
            models.CheckConstraint(
                condition=Q(employee=None, person__isnull=False)
                | Q(employee__isnull=False, person=None),
                name="interaction_participant_is_one",
            ),
        ]

    def __str__(self):
        return str(self.employee or self.person)
