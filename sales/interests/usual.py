"""Who answers interests, to begin with."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

MANAGER_RULE, DESK_RULE = _("The client's own manager"), _("The order desk in turn")
DESK = "manager"  # the code of the role


@transaction.atomic
def load(rules, roles):
    """Where there are none yet, and as soon as there is the desk; the names become data in the
    firm's language. Given the models, since a migration has its own."""
    desk = roles.objects.filter(code=DESK).first()
    if desk is None or rules.objects.exists():
        return
    with translation.override(settings.LANGUAGE_CODE):
        rules.objects.create(name=str(MANAGER_RULE), who="manager", ordering=10)
        rules.objects.create(name=str(DESK_RULE), who="role", role=desk, ordering=20)
