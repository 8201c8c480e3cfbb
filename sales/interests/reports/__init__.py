from sales.interests.reports.counted import InterestsReport, UnmetDemand
from sales.interests.reports.months import InterestsOfMonth
from sales.interests.reports.times import InterestTimes

__all__ = ["InterestTimes", "InterestsOfMonth", "InterestsReport", "UnmetDemand"]
