from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists import Chip, Column, Empty, List, list_page
from core.models import OutgoingMessage

State = OutgoingMessage.State


@list_page
class LetterList(List):
    code = "letters"
    title = _("Outgoing letters")
    right = "core.view_outgoingmessage"
    url_name = "core:letters"
    columns = (
        Column("created_at", pgettext_lazy("letter", "Written"), kind="moment", sort="created_at"),
        Column("to", pgettext_lazy("letter", "To"), kind="strong"),
        Column("subject", _("Subject")),
        Column("state", _("State"), lambda row: State(row.state), kind="status"),
        Column("sent_at", pgettext_lazy("letter", "Sent at"), kind="moment"),
        Column("by", _("By whom"), lambda row: row.by.short_name),
    )
    default_sort = "-created_at"
    chips = (
        Chip("waiting", State.WAITING.label, lambda rows, user: rows.filter(state=State.WAITING)),
        Chip("unknown", State.SENDING.label, lambda rows, user: rows.filter(state=State.SENDING)),
        Chip("failed", State.FAILED.label, lambda rows, user: rows.filter(state=State.FAILED)),
    )
    empty = Empty(_("No letters yet"), _("Letters to clients appear here and can be read."))

    def __init__(self, user, data):
        super().__init__(user, data)
        if not user.sees_field("email"):
            self.columns = tuple(each for each in self.columns if each.code != "to")

    def rows(self):
        return OutgoingMessage.objects.visible_to(self.user).select_related("by")
