"""What was proposed in a period, for reports that stand beside interests."""

from django.db.models import Count, Sum

from sales.models import Proposal


def proposed_by_employee(user, since, until) -> dict[int, dict]:
    """By the key of whoever is responsible: how many proposals left, and their sum."""
    seen = Proposal.objects.visible_to(user)
    sent = seen.sent_between(since, until).order_by().values("responsible")
    lines = sent.annotate(proposals=Count("pk"), proposed=Sum("total"))
    return {line.pop("responsible"): line for line in lines}
