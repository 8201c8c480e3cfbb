from django.utils.translation import gettext as _

from company.models import Employee, Firm
from core.errors import Refused

ADMINISTERS = ["company.change_employee", "company.change_role"]


def keep_one():
    """Called last in the transaction: somebody must still be able to give rights to others."""
    # Two administrators who switch each other off at once wait here for each other.
    Firm.objects.select_for_update().get(pk=1)
    if not Employee.objects.with_rights(*ADMINISTERS).exists():
        raise Refused(
            _("Nobody would be left to manage employees and roles: name another administrator.")
        )
