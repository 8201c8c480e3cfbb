from clients.reports.base import BaseGrowthReport, ClientBaseReport
from clients.reports.completeness import CompletenessByField, CompletenessByManager

__all__ = [
    "BaseGrowthReport",
    "ClientBaseReport",
    "CompletenessByField",
    "CompletenessByManager",
]
