from interactions.models.interaction import USUAL_MINUTES, Interaction, InteractionStep
from interactions.models.kind import InteractionKind, InteractionPurpose, InteractionResult
from interactions.models.participant import InteractionParticipant
from interactions.models.regulation import ContactDue, ContactRegulation
from interactions.models.reminder import InteractionReminder
from interactions.models.series import InteractionSeries

__all__ = [
    "USUAL_MINUTES",
    "ContactDue",
    "ContactRegulation",
    "Interaction",
    "InteractionKind",
    "InteractionParticipant",
    "InteractionPurpose",
    "InteractionReminder",
    "InteractionResult",
    "InteractionSeries",
    "InteractionStep",
]
