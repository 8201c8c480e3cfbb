"""The reports of sales, each declared where its subject is."""

from sales.funnel.reports import FunnelOfDay, FunnelOfPeriod
from sales.interests.reports import InterestsOfMonth, InterestsReport, InterestTimes, UnmetDemand

__all__ = [
    "FunnelOfDay",
    "FunnelOfPeriod",
    "InterestTimes",
    "InterestsOfMonth",
    "InterestsReport",
    "UnmetDemand",
]
