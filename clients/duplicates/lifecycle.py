"""The life of a group of likely duplicates. What is no duplicate is kept, so that it is never
proposed again."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route

MERGE_RIGHT = "clients.merge_client"


class Status(TextChoices):
    NEW = "new", pgettext_lazy("duplicates", "To be looked at")
    MERGED = "merged", pgettext_lazy("duplicates", "Merged")
    REJECTED = "rejected", pgettext_lazy("duplicates", "Not a duplicate")


class Step(TextChoices):
    SETTLE = "settle", pgettext_lazy("step of duplicates", "Merge")
    REJECT = "reject", pgettext_lazy("step of duplicates", "Not a duplicate")
    REOPEN = "reopen", pgettext_lazy("step of duplicates", "Look again")


S = Status
# fmt: off
ROUTES = {
    Step.SETTLE: Route({S.NEW}, S.MERGED, right=MERGE_RIGHT, offered=False),
    Step.REJECT: Route({S.NEW}, S.REJECTED, right=MERGE_RIGHT),
    Step.REOPEN: Route({S.MERGED, S.REJECTED}, S.NEW, right=MERGE_RIGHT),
}
# fmt: on

LIFE = Life(Step, ROUTES, "clients.duplicategroup", states=Status)
