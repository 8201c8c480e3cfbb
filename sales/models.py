"""All tables of sales, each declared where its subject is."""

from sales.deals.models import (
    ClientOutlook,
    Competitor,
    CompetitorOffer,
    Deal,
    DealOrder,
    DealPerson,
    DealStay,
    DealStep,
    LossReason,
    RiskScore,
)
from sales.interests.models import Interest, InterestStep
from sales.processes.models import ProcessStage, ProcessVersion, SaleProcess, StageTask

__all__ = [
    "ClientOutlook",
    "Competitor",
    "CompetitorOffer",
    "Deal",
    "DealOrder",
    "DealPerson",
    "DealStay",
    "DealStep",
    "Interest",
    "InterestStep",
    "LossReason",
    "ProcessStage",
    "ProcessVersion",
    "RiskScore",
    "SaleProcess",
    "StageTask",
]
