"""Who hears of an interaction; what is stored is in the firm's words."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.models import Employee
from company.notifications import notify
from core import cells

PLANNED = gettext_noop("%(kind)s: %(client)s. %(purpose)s")


def ring(interaction, people):
    """This has become theirs: a call that is owed, or something planned."""
    tell(interaction, people, PLANNED, "planned")


def tell(interaction, people, sentence, happening):
    """`sentence` is a msgid that may name kind, client, purpose, moment and responsible."""
    with translation.override(settings.LANGUAGE_CODE):
        text = _(sentence) % {
            "kind": interaction.kind.name,
            "client": interaction.client.name,
            "purpose": interaction.purpose,
            "moment": cells.moment(interaction.planned_at),
            "responsible": interaction.responsible.short_name,
        }
    notify(
        people,
        key=f"{happening}:{interaction.pk}:{interaction.planned_at.isoformat()}",
        text=text,
        url=interaction.get_absolute_url(),
    )


def concerned(interaction, *, but) -> set[Employee]:
    """The responsible and those who take part, without the one who does it."""
    colleagues = interaction.participants.exclude(employee=None).select_related("employee")
    return {interaction.responsible, *(each.employee for each in colleagues)} - {but}
