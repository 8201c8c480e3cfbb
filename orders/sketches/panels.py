from itertools import groupby

from orders.sketches.actions import SENDABLE
from orders.sketches.contents import files_of_positions
from orders.sketches.lifecycle import ANSWER_RIGHT


def of_order(order, user):
    """Sketches and photographs by position, and how the last one sent to the client stands."""
    files = list(files_of_positions(order))
    may_attach = user.has_perm("core.add_attachment") and not order.is_cancelled
    if not files and not may_attach and not order.sketch_state:
        return None
    sending = None
    if order.sketch_state:
        sending = order.sketch_sendings.select_related("answered_by", "sent_by", "letter").first()
    return {
        "pieces": [(place, list(each)) for place, each in groupby(files, lambda f: f.ordinal)],
        "count": len(files),
        "sending": sending,
        "may_attach": may_attach,
        "may_send": order.status in SENDABLE and user.has_perm("core.add_outgoingmessage"),
        "may_answer": sending and sending.takes_answer and user.has_perm(ANSWER_RIGHT),
    }
