from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry
from sales.models import Proposal, ProposalLine, ProposalRevision, ProposalStep
from sales.proposals import approvals, home, over_time, panels, paper, search, watching
from sales.proposals.actions.turn import order_what_is_won
from sales.proposals.lifecycle import ADD, SEE


def contribute():
    paper.contribute()
    approvals.contribute()
    registry.add_deadline_kind(watching.KIND)
    registry.react("deal_won", order_what_is_won)
    _own()
    _show()


def _own():
    registry.add_owner(
        registry.Owner(Proposal, Proposal.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.add_owner(registry.Owner(ProposalRevision, ProposalRevision.objects.visible_to))
    registry.hangs_on_client.append(registry.Hanging(Proposal, "client"))
    registry.hangs_on_person.append(registry.Hanging(Proposal, "person"))
    registry.dealings.append(registry.Dealing(Proposal.objects.visible_to))
    for model, field in [
        (Proposal, "responsible"),
        (Proposal, "created_by"),
        (ProposalRevision, "made_by"),
        (ProposalStep, "by"),
    ]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.duties.append(
        registry.Duty(
            "proposals",
            pgettext_lazy("list", "Commercial proposals"),
            Proposal,
            "responsible",
            Proposal.objects.in_hand,
            SEE,
            of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
            path="client",
            order=31,
        )
    )
    registry.add_personal_data(
        registry.PersonalData(Proposal, ("title", "words")),
        registry.PersonalData(ProposalStep, ("note",)),
        registry.PersonalData(ProposalRevision, ("text", "terms", "promised_reason")),
        registry.PersonalData(ProposalLine, is_deleted=True),
    )


def _show():
    label = _("Commercial proposals")
    registry.nav.append(registry.NavItem("sales", label, "sales:proposals", "file-text", SEE, 30))
    registry.create_items.append(
        registry.CreateItem(
            _("New commercial proposal"), "sales:prepare_proposal", "file-text", ADD, 12
        )
    )
    template = "sales/proposals/_panel.html"
    for page, context, place in [
        ("clients.client", panels.of_client, "main"),
        ("sales.deal", panels.of_deal, "main"),
        ("orders.workorder", panels.of_order, "aside"),
    ]:
        registry.add_panel(registry.Panel(page, "proposals", template, context, SEE, 15, place))
    for place, (code, context) in enumerate(home.BLOCKS.items()):
        block = registry.HomeBlock(
            f"proposals_{code}", "sales/proposals/_home.html", context, SEE, 40 + place
        )
        registry.home_blocks.append(block)
    registry.search_providers.append(
        registry.SearchProvider("proposals", label, search.by_number, SEE, 25)
    )
    over_time.contribute()
