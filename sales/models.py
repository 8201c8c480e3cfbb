"""All tables of sales, each declared where its subject is."""

from sales.deals.models import Competitor, Deal, DealStay, DealStep, LossReason
from sales.interests.models import Interest, InterestStep
from sales.processes.models import ProcessStage, ProcessVersion, SaleProcess, StageTask

__all__ = [
    "Competitor",
    "Deal",
    "DealStay",
    "DealStep",
    "Interest",
    "InterestStep",
    "LossReason",
    "ProcessStage",
    "ProcessVersion",
    "SaleProcess",
    "StageTask",
]
