"""The reports of sales, each declared where its subject is."""

from sales.deals.reports import AgainstCompetitors, LossesByReason
from sales.funnel.reports import FunnelOfDay, FunnelOfPeriod
from sales.interests.reports import InterestsOfMonth, InterestsReport, InterestTimes, UnmetDemand
from sales.plan.reports import ForecastAccuracyReport, PlanFactReport
from sales.proposals.reports import ProposalsByEmployee

__all__ = [
    "AgainstCompetitors",
    "ForecastAccuracyReport",
    "FunnelOfDay",
    "FunnelOfPeriod",
    "InterestTimes",
    "InterestsOfMonth",
    "InterestsReport",
    "LossesByReason",
    "PlanFactReport",
    "ProposalsByEmployee",
    "UnmetDemand",
]
