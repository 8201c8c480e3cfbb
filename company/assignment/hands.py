"""What the page of something that goes from hand to hand shows of its chain."""

from company.models import Assignment
from core.prepared import prepared


@prepared
def _offered(subject):
    return Assignment.objects.of(subject).offered().with_people()


@prepared
def _answered(subject):
    return Assignment.objects.of(subject).answered().with_people()


def waiting(subject, user) -> dict | None:
    """For the top of the page: who is asked, and what this person may answer; one query."""
    offered = next(iter(_offered(subject)), None)
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
    hands = _answered(subject)
    return {"chain": hands} if hands else None
