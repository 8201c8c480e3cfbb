from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.reports import Chart, Column, Report, report
from production.models import Defect


@report
class Defects(Report):
    """What came back, by where it came from: counted by returns, not by pieces of glass."""

    code = "defects"
    title = gettext_lazy("Defects by cause")
    basis = gettext_lazy("Sent back for rework, by cause and stage.")
    right = "orders.send_back_position"
    icon = "bug"
    columns = (
        Column("cause", gettext_lazy("Cause")),
        Column("stage", gettext_lazy("Stage where it arose")),
        Column("count", gettext_lazy("Returns"), "number", total=True),
        Column("positions", gettext_lazy("Positions"), "number"),
    )
    chart = Chart("bar", "cause", ("count",))
    order = 30

    def rows(self, filters):
        found = Defect.objects.visible_to(self.user).found_between(
            filters["since"], filters["until"]
        )
        counted = found.values("cause__name", "stage__name").annotate(
            count=Count("pk"), positions=Count("position", distinct=True)
        )
        return [
            {
                "cause": row["cause__name"] or _("not named"),
                "stage": row["stage__name"] or "",
                "count": row["count"],
                "positions": row["positions"],
            }
            for row in counted.order_by("-count", "cause__name", "stage__name")
        ]
