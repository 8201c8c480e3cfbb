from core import documents


def issue_agreed(order, *, by):
    """The papers of what is agreed now; a remake sells nothing and has no receipt."""
    documents.issue("work_order", order, by=by)
    if not order.remake_of_id:
        documents.issue("receipt", order, by=by)
