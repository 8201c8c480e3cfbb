from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    PRELIMINARY = "preliminary", pgettext_lazy("control", "Preliminary")
    CURRENT = "current", pgettext_lazy("control", "Current")
    FINAL = "final", pgettext_lazy("control", "Final")


class Verdict(TextChoices):
    PASSED = "passed", pgettext_lazy("control", "No remarks")
    REMARK = "remark", pgettext_lazy("control", "Remark")
    SENT_BACK = "sent_back", pgettext_lazy("control", "Sent back")
    WORK = "work", pgettext_lazy("control", "To be put right")
