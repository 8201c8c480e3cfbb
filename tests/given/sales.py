from datetime import timedelta

from django.urls import reverse

from catalog.models import ProductGroup
from catalog.vocabulary import Kind
from core import clock
from orders.work_orders.pricing import LineContent
from sales.deals import actions as deals
from sales.interests import actions as interests
from sales.interests.content import InterestContent
from sales.models import (
    AnswerRule,
    Interest,
    LossReason,
    PlanRemark,
    ProcessStage,
    ProcessVersion,
    SaleProcess,
    SalesPlan,
)
from sales.plan import actions as plans
from sales.plan.actions.draft_plan import PlanContent
from sales.plan.actions.remark import RemarkContent
from sales.plan.cells import Row
from sales.proposals import actions as proposals
from sales.proposals.content import OfferedLine, ProposalContent
from sales.proposals.models import Part
from tests.given.client_base import client
from tests.given.firm import employee
from tests.given.prices import mirror, price_list

STAGES = (("met", "Знакомство", 10), ("offered", "Предложение", 40), ("agreed", "Договор", 80))


def product_group(name="Зеркала", *, kinds=(Kind.SHEET,), families=()) -> ProductGroup:
    values = {"kinds": list(kinds), "families": list(families)}
    return ProductGroup.objects.get_or_create(name=name, defaults=values)[0]


def process(name="Заказ в мастерской", *, stages=STAGES, norm_days=5, by=None) -> SaleProcess:
    """In its first version; each stage is (key, name, probability)."""
    found, is_new = SaleProcess.objects.get_or_create(name=name)
    if not is_new:
        return found
    by = by or employee("director")
    version = ProcessVersion.objects.create(
        process=found, number=1, made_at=clock.now(), made_by=by
    )
    for place, (key, label, probability) in enumerate(stages):
        ProcessStage.objects.create(
            version=version,
            key=key,
            name=label,
            ordinal=place,
            norm_days=norm_days,
            probability=probability,
        )
    return found


def deal(of=None, *, by=None, title="Зеркала для салона", along=None, **content):
    by = by or employee()
    said = deals.DealContent(title=title, **content)
    return deals.open_deal(of or client(by=by), said, process=along or process(), by=by)


def interest(of=None, *, by=None, wish="Нужно зеркало в прихожую", **values) -> Interest:
    """`by` has taken it down and answers it."""
    by = by or employee()
    content = InterestContent(wish=wish, **values)
    return interests.register(of or client(by=by), content, by=by, responsible=by)


def loss_reason(name="Дорого", *, is_unmet=False) -> LossReason:
    return LossReason.objects.get_or_create(name=name, defaults={"is_unmet": is_unmet})[0]


def answer_rule(name="Отдел приёма по очереди", *, ordering=10, **whom) -> AnswerRule:
    """`whom` names product_group, employee, department or role."""
    who = next((word for word in ("employee", "department", "role") if word in whom), "manager")
    return AnswerRule.objects.create(name=name, who=who, ordering=ordering, **whom)


def offered(*specs, part=Part.FIXED, group=0) -> tuple[OfferedLine, ...]:
    """Lines of a proposal: a mirror with a facet where nothing is said."""
    price_list()
    return tuple(OfferedLine(LineContent(spec), part, group) for spec in specs or [mirror()])


def proposal(of=None, *, by=None, lines=(), title="Зеркала для салона", days=14, **fields):
    """A draft."""
    by = by or employee()
    until = clock.today() + timedelta(days=days)
    said = {"text": "Здравствуйте, {client}!", "valid_until": until, **fields}
    content = ProposalContent(title, lines=tuple(lines) or offered(), **said)
    return proposals.prepare_proposal(of or client(by=by), content, by=by)


def sent_proposal(*args, **fields):
    """With the address that the client has: `proposal.path`."""
    draft = proposal(*args, **fields)
    path = proposals.give_proposal(draft, by=draft.responsible, address_of=shown_at)
    draft.refresh_from_db()
    draft.path = path
    return draft


def shown_at(token) -> str:
    return reverse("sales:shown_proposal", args=[token])


def sales_plan(*cells, year=None, by=None, is_accepted=True, **divided) -> SalesPlan:
    """Each cell is (manager, month, amount) and more, as a row of the plan is called."""
    by = by or employee("director")
    content = PlanContent(year or clock.today().year, **divided)
    plan = plans.draft_plan(content, by=by)
    typed = {(Row(who.pk, *more), month): amount for who, month, amount, *more in cells}
    plan = plans.write_plan(plan, by=by, cells=typed)
    return plans.accept_plan(plan, by=by) if is_accepted else plan


def plan_remark(of=None, *, by=None, text="Обзвонить постоянных", days=7) -> PlanRemark:
    """On the month that runs."""
    today = clock.today()
    back_on = today + timedelta(days=days)
    content = RemarkContent(today.replace(day=1), of or employee(), text, back_on)
    return plans.set_plan_remark(content, by=by or employee("director"))
