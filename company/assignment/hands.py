"""What the page of something that goes from hand to hand shows of its chain."""

from django.db.models import Exists, OuterRef

from company.models import Assignment
from core import registry
from core.prepared import prepared

CHAIN = "chain"  # the panel's code


def has_gone(model):
    """For the panel's mark."""
    return lambda: Exists(
        Assignment.objects.filter(owner_type=model._meta.label_lower, owner_id=OuterRef("pk"))
    )


def _hands(subject):
    """Asked for once for both panels."""
    if not registry.has(subject, CHAIN):
        return []
    if "_hands" not in subject.__dict__:
        subject._hands = _all_hands(subject)
    return subject._hands


@prepared
def _all_hands(subject):
    return Assignment.objects.of(subject).with_people()


def waiting(subject, user) -> dict | None:
    """For the top of the page: who is asked, and what this person may answer; one query."""
    offered = next((each for each in _hands(subject) if each.is_offered), None)
    if offered is None:
        return None
    return {
        "offered": offered,
        "may_answer": offered.is_given_to(user),
        "may_recall": offered.by_id == user.pk,
        "urls": subject.hand_urls(),
    }


def chain(subject, user) -> dict | None:
    """All hands that it went through; who is asked now stands in `waiting`."""
    hands = [each for each in _hands(subject) if not each.is_offered]
    return {"chain": hands} if hands else None
