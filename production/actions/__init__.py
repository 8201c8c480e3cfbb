from production.actions.defects import send_back
from production.actions.questions import answer, ask

__all__ = ["answer", "ask", "send_back"]
