"""What must hold before a step of a proposal; each answers why not, in a sentence."""

from django.utils.translation import gettext as _

from core import clock


def is_decided(proposal) -> str | None:
    # Approvals read the models, which read the life cycle.
    from sales.proposals.decisions import objection

    return objection(proposal)


def is_in_time(proposal) -> str | None:
    if proposal.valid_until < clock.today():
        return _("The day until which the proposal holds has passed: name another one.")
    return None


def is_not_ordered(proposal) -> str | None:
    if proposal.order_id:
        return _("An order is made of this proposal: change the order instead.")
    return None
