"""The funnel twice: how far the deals of a period have come, and what stands in each stage."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.reports import Chart, Column, Report, report
from sales.deals.lifecycle import SEE
from sales.funnel.cohort import cohort, paces
from sales.funnel.forms import CohortForm, SnapshotForm, usual_process
from sales.funnel.snapshot import snapshot
from sales.funnel.steps import Steps
from sales.funnel.whose import Whose

WON, YEAR = "won", 12
STAGE = pgettext_lazy("stage of a deal", "Stage")


def behind(row, filters):
    return row.get("url")


class OfProcess(Report):
    """What both funnels have in common."""

    right = SEE
    icon = "filter"

    def __init__(self, user, data):
        super().__init__(user, data)
        self.form.narrow(user)

    @classmethod
    def defaults(cls, user):
        process = usual_process()
        return {"process": process.pk if process else "", **cls.days()}

    @staticmethod
    def days() -> dict:
        return {}


@report
class FunnelOfPeriod(OfProcess):
    code = "funnel_of_period"
    title = _("Funnel: deals opened in the period")
    basis = _(
        "The cohort: of the deals opened in the period how many have come by now to each stage or"
        " beyond it; what is won has come to all. Beside it the deals opened in the period before,"
        " as long as this one, and in the same period of last year; empty where none were opened."
        " Days are working days of stays that have ended."
    )
    form_class = CohortForm
    columns = (
        Column("stage", STAGE),
        Column("count", pgettext_lazy("list", "Deals"), "number", link=behind),
        Column("sum", _("Expected sum"), "money", link=behind),
        Column("of_first", _("Of those opened, %"), "number"),
        Column("of_previous", _("Of the stage before, %"), "number"),
        Column("before", _("Period before, %"), "number"),
        Column("last_year", _("Last year, %"), "number"),
        Column("median", _("Days, median"), "number"),
        Column("median_last_year", _("Last year, days"), "number"),
        Column("norm", _("Norm, days"), "number"),
        Column("within", _("Within the norm, %"), "number"),
    )
    chart = Chart("funnel", "stage", ("count",))
    order = 31

    @staticmethod
    def days():
        today = clock.today()
        return {"since": today.replace(month=1, day=1).isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        steps, whose = Steps(filters["process"]), Whose(self.user, filters)
        since, until = filters["since"], filters["until"]
        if not steps.shown:
            return
        deals, compared = whose.deals(), periods(since, until)
        now, *others = (cohort(deals.opened_between(*period), steps) for period in compared)
        if now.is_empty and all(other.is_empty for other in others):
            return
        this, _before, last_year = compared
        pace, pace_before = (paces(whose.stays(*period), steps) for period in (this, last_year))
        for place, step in enumerate(steps.shown):
            url = whose.listed(reached=step.key, opened_from=since, opened_to=until)
            yield {
                "stage": step.name,
                **_counted(now, others, place, url),
                "median": pace[place].median,
                "median_last_year": pace_before[place].median,
                "norm": step.norm_days,
                "within": pace[place].within(step.norm_days),
            }
        url = whose.listed(status=WON, opened_from=since, opened_to=until)
        nothing = dict.fromkeys(("median", "median_last_year", "norm", "within"))
        won = _counted(now, others, len(steps.shown), url)
        yield {"stage": pgettext_lazy("deal", "Won"), **won, **nothing}


def _counted(now, others, place, url) -> dict:
    before, last_year = (other.share(place) for other in others)
    return {
        "count": now.counts[place],
        "sum": now.sums[place],
        "of_first": now.share(place),
        "of_previous": now.share(place, place - 1) if place else None,
        "before": before,
        "last_year": last_year,
        "url": url if now.counts[place] else None,
    }


def periods(since: date, until: date) -> list[tuple[date, date]]:
    """The period, the one of the same length before it, the same one of last year."""
    length = until - since + timedelta(days=1)
    last_year = clock.months_later(since, -YEAR), clock.months_later(until, -YEAR)
    return [(since, until), (since - length, until - length), last_year]


@report
class FunnelOfDay(OfProcess):
    code = "funnel_of_day"
    title = _("Funnel: what stands in each stage")
    basis = _(
        "The snapshot: deals that stood in each stage at the end of the day, for today: that stand"
        " there now; with the sums expected of them as they are known today. Weighted: by the"
        " probability of the stage. Beside it the same a month and a year before; empty where"
        " nothing stood anywhere."
    )
    form_class = SnapshotForm
    columns = (
        Column("stage", STAGE),
        Column("count", pgettext_lazy("list", "Deals"), "number", True, behind),
        Column("sum", _("Expected sum"), "money", True, behind),
        Column("weighted", _("Weighted sum"), "money", True),
        Column("month_before", _("A month before, deals"), "number"),
        Column("year_before", _("A year before, deals"), "number"),
        Column("median", _("Stand for, days, median"), "number"),
        Column("norm", _("Norm, days"), "number"),
        Column("over", _("Longer than the norm"), "number", True),
    )
    chart = Chart("funnel", "stage", ("count",))
    order = 30

    @staticmethod
    def days():
        return {"on": clock.today().isoformat()}

    def rows(self, filters):
        steps, whose, on = Steps(filters["process"]), Whose(self.user, filters), filters["on"]
        days = (on, clock.months_later(on, -1), clock.months_later(on, -YEAR))
        now, month, year = (snapshot(whose.stays(), steps, day) for day in days)
        if not any((now.total, month.total, year.total)):
            return
        for place, step in enumerate(steps.shown):
            standing = now.at[place]
            url = whose.listed(stood_in=step.key, stood_on=on)
            yield {
                "stage": step.name,
                "count": standing.count,
                "sum": standing.sum,
                "weighted": standing.weighted,
                "month_before": month.at[place].count if month.total else None,
                "year_before": year.at[place].count if year.total else None,
                "median": standing.pace.median,
                "norm": step.norm_days,
                "over": standing.over(step.norm_days),
                "url": url if standing.count else None,
            }
