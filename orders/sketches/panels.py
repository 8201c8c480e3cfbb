from itertools import groupby

from core.attachments import REMOVE
from core.models import Attachment
from orders.sketches.actions import SENDABLE
from orders.sketches.lifecycle import ANSWER_RIGHT

PURPOSES = Attachment.OF_PIECES


def of_order(order, user):
    """Files by position, and how what was last shown to the client stands."""
    attached = [file for file in order.files if file.purpose in PURPOSES]
    files = [file for file in attached if not file.is_removed]
    may_attach = user.has_perm("core.add_attachment") and not order.is_cancelled
    if not attached and not may_attach and not order.sketch_state:
        return None
    return {
        "places": [(place, list(each)) for place, each in groupby(files, lambda f: f.ordinal)],
        "count": len(files),
        "withdrawn": [file for file in attached if file.is_withdrawn],
        "may_attach": may_attach,
        "may_remove": user.has_perm(REMOVE),
        **_approval(order, user),
    }


def _approval(order, user):
    sending = None
    if order.sketch_state:
        sending = order.sketch_sendings.select_related("answered_by", "sent_by", "letter").first()
    is_open = order.status in SENDABLE
    return {
        "sending": sending,
        "may_send": is_open and user.has_perm("core.add_outgoingmessage"),
        "may_show": is_open and user.has_perm(ANSWER_RIGHT),
        "may_answer": sending and sending.takes_answer and user.has_perm(ANSWER_RIGHT),
    }
