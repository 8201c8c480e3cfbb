from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Term(TextChoices):
    """How an order in work stands against its promised date."""

    OVERDUE = "overdue", pgettext_lazy("promised date", "Overdue")
    TODAY = "today", pgettext_lazy("promised date", "Due today")


def term_of(promised_on, today) -> Term | None:
    if promised_on > today:
        return None
    return Term.TODAY if promised_on == today else Term.OVERDUE
