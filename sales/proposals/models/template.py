from django.db import models
from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class ProposalTemplate(DictionaryEntry):
    """What a new proposal begins with; the proposal keeps its own copy."""

    text = models.TextField(_("Text"))
    terms = models.TextField(_("Terms"), blank=True)
    valid_days = models.PositiveSmallIntegerField(_("Holds, calendar days"), default=14)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Template of proposals")
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_days__gte=1), name="proposal_template_days"
            )
        ]
