"""Whatever leaves for a client through the outbox stands in the client's history."""

from clients.models import Client
from core import clock
from interactions.channels import Channel, Direction
from interactions.lifecycle import Status
from interactions.models import Interaction, InteractionKind


def keep_copy(letter, *, by):
    """Its subject and text are copied, its papers are seen through the letter, once per letter.
    What goes to a colleague, like a reminder, belongs to no client."""
    owner = letter.owner
    client = owner if isinstance(owner, Client) else getattr(owner, "client", None)
    if not isinstance(client, Client):
        return
    kind = InteractionKind.objects.usual(Channel.EMAIL, Direction.OUT)
    is_client = owner == client
    Interaction.objects.get_or_create(
        letter=letter,
        defaults={
            "client": client,
            "kind": kind,
            "channel": kind.channel,
            "direction": Direction.OUT,
            "purpose": letter.subject[:250],
            "note": letter.body,
            "status": Status.HELD,
            "planned_at": letter.created_at,
            "held_at": letter.created_at,
            "held_by": by,
            "responsible": by,
            "office": by.office,
            "created_at": clock.now(),
            "subject_type": "" if is_client else letter.owner_type,
            "subject_id": None if is_client else letter.owner_id,
            "external_id": "",
        },
    )
