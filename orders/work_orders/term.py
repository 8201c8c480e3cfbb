from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Term(TextChoices):
    """How an order in work stands against its promised date."""

    OVERDUE = "overdue", pgettext_lazy("promised date", "Overdue")
    TODAY = "today", pgettext_lazy("promised date", "Due today")


class Contact(TextChoices):
    """How the client of ready work answers: shown beside the state of the order."""

    UNREACHED = "unreached", pgettext_lazy("client of a ready order", "Not reached")


def term_of(promised_on, today) -> Term | None:
    if promised_on > today:
        return None
    return Term.TODAY if promised_on == today else Term.OVERDUE
