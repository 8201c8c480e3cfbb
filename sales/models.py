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
from sales.interests.months import MonthTold
from sales.interests.rules import AnswerRule
from sales.plan.models import (
    Forecast,
    ForecastLine,
    PlanLine,
    PlanRemark,
    PlanRemarkStep,
    SalesPlan,
    SalesPlanStep,
)
from sales.processes.models import ProcessStage, ProcessVersion, SaleProcess, StageTask
from sales.proposals.models import (
    Proposal,
    ProposalLine,
    ProposalRevision,
    ProposalStep,
    ProposalTemplate,
)

__all__ = [
    "AnswerRule",
    "ClientOutlook",
    "Competitor",
    "CompetitorOffer",
    "Deal",
    "DealOrder",
    "DealPerson",
    "DealStay",
    "DealStep",
    "Forecast",
    "ForecastLine",
    "Interest",
    "InterestStep",
    "LossReason",
    "MonthTold",
    "PlanLine",
    "PlanRemark",
    "PlanRemarkStep",
    "ProcessStage",
    "ProcessVersion",
    "Proposal",
    "ProposalLine",
    "ProposalRevision",
    "ProposalStep",
    "ProposalTemplate",
    "RiskScore",
    "SaleProcess",
    "SalesPlan",
    "SalesPlanStep",
    "StageTask",
]
