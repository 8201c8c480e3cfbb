from production.models.defect import Defect, DefectCause
from production.models.question import Question
from production.models.transport import TransportList, TransportListStep, TransportRow

__all__ = [
    "Defect",
    "DefectCause",
    "Question",
    "TransportList",
    "TransportListStep",
    "TransportRow",
]
