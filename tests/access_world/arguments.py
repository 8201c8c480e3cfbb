"""What stands in the address of a page: the numbers of the world's things."""

from django.urls import get_resolver

from catalog.models import Material, Norm, Price
from core import links
from orders.models import Payment
from tests import given
from tests.access import patterns
from tests.access_world import made


def arguments(world, row, person) -> list:
    """What the page asks for itself, else the variant of the row, else the thing of its app."""
    app = row.name.partition(":")[0]
    for pages in OF_PAGE.get(app, ()):
        if found := pages(world, person, row.variant).get(row.name):
            return found()
    if row.variant:
        return [row.variant]
    if "pk>" not in dict(patterns(get_resolver()))[row.name]:
        return []
    return [_thing_of(world, app).pk]


def _thing_of(world, app):
    things = {
        "company": world.colleague,
        "clients": world.client,
        "catalog": world.client,
        "interactions": world.call,
        "tasks": world.task,
        "orders": world.order,
        "production": world.position,
    }
    return things[app]


def _same(prefix, words, argument) -> dict:
    return {f"{prefix}:{word}": argument for word in words.split()}


def _core(world, person, variant):
    return {
        **_same("core", "job job_progress job_result stop_job", lambda: [made.job(person).pk]),
        **_same("core", "letter send_again", lambda: [world.letter.pk]),
        **_same("core", "keep_draft discard_draft", lambda: ["x"]),
        **_same("core", "forget_view begin_with_view", lambda: [made.view_of_list(person).pk]),
        **_same("core", "list_export report_export", lambda: [variant, "csv"]),
        "core:list_neighbours": lambda: [variant, world.order.pk],
        "core:document": lambda: [world.document.pk],
        "core:attachment": lambda: [made.attachment(world, world.client).pk],
        "core:preview": lambda: [made.previewed(world).pk],
        "core:attach": lambda: ["clients.client", world.client.pk],
    }


def _scan(world, person, variant):
    return {"scan": lambda: [world.position.pk]}


def _company(world, person, variant):
    entry = ["ad-sources", world.source.pk]
    return {
        **_same("company", "approval approve refuse withdraw", lambda: [world.approval.pk]),
        **_same("company", "role reset_role", lambda: [person.role_id]),
        **_same("company", "edit_entry move_entry switch_entry", lambda: entry),
        "company:open_notification": lambda: [made.notification(person).pk],
    }


def _clients(world, person, variant):
    request = "personal_request extend_request fulfil_request refuse_request"
    people = [world.person.pk, world.other_person.pk]
    group = "duplicate_group reject_duplicates reopen_duplicates"
    return {
        **_same("clients", group, lambda: [world.group.pk]),
        **_same("clients", "merge_people tell_people_apart", lambda: people),
        **_same("clients", "handed_over undo_hand_over", lambda: [made.handed_over(world).pk]),
        **_same("clients", "merge_card undo_merge", lambda: [world.merge.pk]),
        **_same("clients", request, lambda: [world.request_of_person.pk]),
        **_same("clients", "segment edit_segment remove_segment", lambda: [world.segment.pk]),
        "clients:merge": lambda: [world.client.pk, world.twin.pk],
        "clients:undo_person_merge": lambda: [made.person_merge(world).pk],
        **_same("clients", "group set_group_terms", lambda: [world.holding.pk]),
        "clients:withdraw_consent": lambda: [world.consent.pk],
        "clients:edit_person": lambda: [world.client.pk, world.person.pk],
    }


def _many_clients(world, person, variant):
    brought = "import_card check_import run_import undo_import"
    bulk = "bulk_change_card run_bulk_change undo_bulk_change"
    return {
        **_same("clients", brought, lambda: [made.file_of_clients(person).pk]),
        **_same("clients", bulk, lambda: [made.bulk_change(world, person).pk]),
    }


def _catalog(world, person, variant):
    return {
        **_same(
            "catalog",
            "item_prices item_purchase_prices add_price",
            lambda: ["material", Material.objects.first().pk],
        ),
        **_same("catalog", "edit_price remove_price", lambda: [Price.objects.first().pk]),
        "catalog:purchase_prices": lambda: ["material"],
        "catalog:remove_purchase_price": lambda: [made.purchase_price().pk],
        "catalog:remove_norm": lambda: [Norm.objects.first().pk],
    }


def _interactions(world, person, variant):
    series = "series make_occurrence change_series end_series"
    regulation = "edit_regulation switch_off_regulation switch_on_regulation"
    return {
        **_same("interactions", "add note", lambda: [world.client.pk]),
        **_same("interactions", series, lambda: [world.series.pk]),
        **_same("interactions", regulation, lambda: [world.regulation.pk]),
        "interactions:subscription": lambda: [links.make(person, purpose="calendar", by=person)],
        "interactions:drag": lambda: ["interactions", world.call.pk],
        "interactions:snooze": lambda: [made.reminded(world, person).pk],
    }


def _orders(world, person, variant):
    amendment = "amendment ask_consent consent_amendment refuse_amendment"
    order = world.order
    return {
        **_same("orders", amendment, lambda: [world.amendment.pk]),
        **_same("orders", "confirm_amendment drop_amendment", lambda: [world.amendment.pk]),
        **_same("orders", "mark settle_remark", lambda: [world.mark_of_control.pk]),
        "orders:send_document": lambda: [order.pk, world.document.pk],
        "orders:remove_file": lambda: [order.pk, made.attachment(world, order).pk],
        "orders:explain": lambda: [order.pk, world.position.pk],
    }


def _money(world, person, variant):
    shift = "cash_shift_card withdraw_cash close_cash_shift"
    return {
        **_same("orders", "correct write_receipt", lambda: [Payment.objects.first().pk]),
        **_same("orders", shift, lambda: [made.drawer(world).pk]),
        "orders:undo_withdrawal": lambda: [made.withdrawal(world).pk],
        "orders:reconcile": lambda: [world.client.pk],
        "orders:send_reconciliation": lambda: [world.reconciliation.pk],
    }


def _invoices(world, person, variant):
    shown = "shown_invoice open_invoice shown_invoice_pdf"
    invoice = "invoice send_invoice give_invoice pay_invoice cancel_invoice reissue_invoice"
    return {
        **_same("orders", shown, lambda: [made.token_of_invoice(world)]),
        **_same("orders", invoice, lambda: [world.invoice.pk]),
        "orders:settle_dispute": lambda: [world.invoice.pk],
    }


def _statements(world, person, variant):
    line = "bank_line book_line give_back_line keep_expense keep_transfer leave_out_line undo_line"
    return {
        **_same("orders", "statement read_statement_again", lambda: [world.statement.pk]),
        **_same("orders", line, lambda: [world.bank_line.pk]),
        "orders:statement_file": lambda: [made.kept_statement(world).pk],
    }


def _production(world, person, variant):
    drive = "unload depart arrive transport_list"
    return {
        **_same("production", drive, lambda: [world.drive.pk]),
        "production:load": lambda: [world.order.office_id],
        "production:who": lambda: [world.position.pk, "start"],
        "production:answer": lambda: [world.question.pk],
        "production:notes": lambda: [world.order.pk],
    }


def _tasks(world, person, variant):
    recurring = "edit_recurring switch_recurring"
    return {
        **_same("tasks", recurring, lambda: [given.recurring_task().pk]),
        "tasks:tick": lambda: [world.task.items.get().pk],
    }


def _deals(world, person, variant):
    deal = world.deal
    words = "deal edit_deal win_deal lose_deal reopen_deal renew_deal link_order"
    hands = "hand_over_deal accept_deal decline_deal recall_deal"
    beside = "add_participant note_offer score_risk"
    return {
        **_same("sales", beside, lambda: [deal.pk]),
        "sales:assess_client": lambda: [world.client.pk],
        "sales:remove_participant": lambda: [deal.pk, made.participant(world).pk],
        "sales:remove_offer": lambda: [deal.pk, made.offer_of_competitor(world).pk],
        **_same("sales", f"{words} {hands}", lambda: [deal.pk]),
        **_same("sales", "process switch_process", lambda: [deal.process_id]),
        "sales:move_deal": lambda: [deal.pk, deal.process_version.stages.last().pk],
    }


def _interests(world, person, variant):
    words = "interest edit_interest answer_interest turn_into_deal join_to_deal"
    later = "postpone_interest take_up_interest refuse_interest"
    hands = "hand_over_interest accept_interest decline_interest recall_interest"
    return _same("sales", f"{words} {later} {hands}", lambda: [world.interest.pk])


def _proposals(world, person, variant):
    verbs = "accept change decline give invoice order revise send withdraw"
    words = " ".join(f"{verb}_proposal" for verb in verbs.split())
    shown = "shown_proposal open_proposal answer_proposal shown_proposal_pdf"
    proposal = world.proposal
    return {
        **_same(
            "sales", f"proposal compare_revisions put_into_deal {words}", lambda: [proposal.pk]
        ),
        **_same("sales", shown, lambda: [made.token_of_proposal(world)]),
        "sales:shown_picture": lambda: [made.token_of_proposal(world), 1],
        "sales:remove_picture": lambda: [proposal.pk, made.attachment(world, proposal).pk],
    }


def _plan(world, person, variant):
    plan = "plan write_plan accept_plan drop_plan copy_plan compare_plans"
    remark = "plan_remark understand_plan_remark close_plan_remark"
    return {
        **_same("sales", plan, lambda: [world.plan.pk]),
        **_same("sales", remark, lambda: [world.plan_remark.pk]),
    }


OF_PAGE = {
    "scan": (_scan,),
    "core": (_core,),
    "company": (_company,),
    "clients": (_clients, _many_clients),
    "catalog": (_catalog,),
    "interactions": (_interactions,),
    "orders": (_orders, _money, _invoices, _statements),
    "production": (_production,),
    "tasks": (_tasks,),
    "sales": (_deals, _interests, _proposals, _plan),
}
