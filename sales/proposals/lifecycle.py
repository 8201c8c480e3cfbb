"""The life of a commercial proposal; what each of its revisions says never changes once sent."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from sales.proposals import conditions

SEE, ADD, CHANGE = "sales.view_proposal", "sales.add_proposal", "sales.change_proposal"
SEND = "sales.send_proposal"


class ProposalStatus(TextChoices):
    DRAFT = "draft", pgettext_lazy("proposal", "Being prepared")
    SENT = "sent", pgettext_lazy("proposal", "Sent")
    OPENED = "opened", pgettext_lazy("proposal", "Opened by the client")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "Accepted")
    DECLINED = "declined", pgettext_lazy("proposal", "Declined")
    EXPIRED = "expired", pgettext_lazy("proposal", "Expired")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "Withdrawn")


class ProposalVerb(TextChoices):
    SEND = "send", pgettext_lazy("proposal step", "Sent to the client")
    OPEN = "open", pgettext_lazy("proposal step", "Opened by the client")
    ACCEPT = "accept", pgettext_lazy("proposal step", "Accepted")
    DECLINE = "decline", pgettext_lazy("proposal step", "Declined")
    EXPIRE = "expire", pgettext_lazy("proposal step", "Its term has ended")
    REVISE = "revise", pgettext_lazy("proposal step", "A new revision is begun")
    WITHDRAW = "withdraw", pgettext_lazy("proposal step", "Withdrawn")
    TURN = "turn", pgettext_lazy("proposal step", "Turned into an order")


S = ProposalStatus
WITH_CLIENT = {S.SENT, S.OPENED}  # an answer is awaited
IN_HAND = WITH_CLIENT | {S.DRAFT, S.ACCEPTED}
OUTDATED = {S.DECLINED, S.EXPIRED}
# fmt: off
ROUTES = {
    ProposalVerb.SEND:     Route({S.DRAFT}, S.SENT, must=(conditions.is_decided, conditions.is_in_time), stamp="sent_at", right=SEND),  # noqa: E501
    ProposalVerb.OPEN:     Route({S.SENT}, S.OPENED, stamp="opened_at", offered=False),
    ProposalVerb.ACCEPT:   Route(WITH_CLIENT, S.ACCEPTED, stamp="answered_at", happening="proposal_accepted", right=CHANGE),  # noqa: E501
    ProposalVerb.DECLINE:  Route(WITH_CLIENT, S.DECLINED, stamp="answered_at", happening="proposal_declined", right=CHANGE),  # noqa: E501
    ProposalVerb.EXPIRE:   Route(WITH_CLIENT, S.EXPIRED, offered=False),
    ProposalVerb.REVISE:   Route(WITH_CLIENT | OUTDATED | {S.ACCEPTED}, S.DRAFT, must=(conditions.is_not_ordered,), right=CHANGE),  # noqa: E501
    ProposalVerb.WITHDRAW: Route({S.DRAFT} | WITH_CLIENT, S.WITHDRAWN, right=CHANGE),
    ProposalVerb.TURN:     Route({S.ACCEPTED}, None, must=(conditions.is_not_ordered,), offered=False, right="orders.add_workorder"),  # noqa: E501
}
# fmt: on
PROPOSAL_LIFE = Life(ProposalVerb, ROUTES, "sales.proposal", states=ProposalStatus)
