from django.core.exceptions import PermissionDenied
from django.db import transaction

from orders import mail


@transaction.atomic
def send_document(order, document, *, by, to, token):
    """Write the paper to the client's e-mail, once for each `token` of the form."""
    if not by.has_perm("core.add_outgoingmessage"):
        raise PermissionDenied
    return mail.paper(order, document, to=to, by=by, token=token)
