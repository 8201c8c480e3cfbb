"""Why a call of a regulation is owed, what is said in it, and whether it is owed still."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import cells, registry
from core.errors import Refused
from interactions.models import ContactDue
from interactions.regulations import occasions
from interactions.regulations.due import REASON, clients_under


def contribute():
    occasions.contribute()
    registry.add_owed_call_reason(
        registry.OwedCallReason(REASON, gettext_lazy("Regulation of contact"), still_due, script)
    )


def _due(interaction):
    return ContactDue.objects.select_related("regulation__segment").filter(call=interaction).first()


def still_due(interaction) -> bool:
    """Not if the regulation is off, the client is under it no more, or was spoken to meanwhile."""
    due = _due(interaction)
    if due is None or not due.regulation.is_active or due.is_satisfied:
        return False
    try:
        return clients_under(due.regulation).filter(pk=due.client_id).exists()
    except Refused:  # its segment cannot be asked any more
        return True


def script(interaction) -> str:
    due = _due(interaction)
    if due is None:
        return ""
    return " ".join(filter(None, (due.regulation.script, _told(due))))


def _told(due) -> str:
    occasion = occasions.all_of_them().get(due.regulation.occasion)
    if occasion is None:
        return _("The last contact was on %(day)s.") % {"day": cells.day(due.occasion_on)}
    told = occasion.told(due.client_id, due.occasion_on)
    words = f"{occasion.label}: {cells.day(due.occasion_on)}"
    return f"{words}, {told}." if told else f"{words}."
