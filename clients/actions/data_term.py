from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clients.models import DataTerm
from clients.models.personal import ERASE_RIGHT
from core import clock
from core.errors import Refused


def keep_data(client, *, by, reason) -> DataTerm:
    """The term is over, and the data stays on another ground; asked again once the term changes."""
    if not by.has_perm(ERASE_RIGHT):
        raise PermissionDenied
    if not reason.strip():
        raise Refused(_("Say on what ground the data stays: the law asks for one."))
    said = {"kept_at": clock.now(), "kept_by": by, "kept_reason": reason.strip()[:250]}
    if not DataTerm.objects.open().filter(client=client).update(**said):
        raise Refused(_("Nobody asks any more whether this data stays."))
    return DataTerm.objects.get(client=client)
