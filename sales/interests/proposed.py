"""What was proposed in a period, for reports that stand beside interests."""

from django.apps import apps
from django.db.models import Count, Sum


def proposed_by_employee(user, since, until) -> dict[int, dict]:
    """By the key of whoever is responsible: how many proposals left, and their sum."""
    if "proposal" not in apps.all_models["sales"]:
        return {}
    proposals = apps.get_model("sales", "Proposal").objects.visible_to(user)
    sent = proposals.sent_between(since, until).order_by().values("responsible")
    lines = sent.annotate(proposals=Count("pk"), proposed=Sum("total"))
    return {line.pop("responsible"): line for line in lines}
