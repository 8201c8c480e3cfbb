"""What the page of something that goes from hand to hand shows of its chain."""

from company.models import Assignment


def waiting(subject, user) -> dict | None:
    """For the top of the page: who is asked, and what this person may answer; one query."""
    offered = Assignment.objects.of(subject).offered().with_people().first()
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
    hands = list(Assignment.objects.of(subject).answered().with_people())
    return {"chain": hands} if hands else None
