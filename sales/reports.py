from sales.funnel.reports import FunnelOfDay, FunnelOfPeriod

__all__ = ["FunnelOfDay", "FunnelOfPeriod"]
