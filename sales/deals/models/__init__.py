from sales.deals.models.beside import (
    ClientOutlook,
    CompetitorOffer,
    DealOrder,
    DealPerson,
    RiskScore,
)
from sales.deals.models.deal import Deal, DealStep
from sales.deals.models.dictionaries import Competitor, LossReason
from sales.deals.models.stay import DealStay

__all__ = [
    "ClientOutlook",
    "Competitor",
    "CompetitorOffer",
    "Deal",
    "DealOrder",
    "DealPerson",
    "DealStay",
    "DealStep",
    "LossReason",
    "RiskScore",
]
