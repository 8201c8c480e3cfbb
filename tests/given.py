"""What a test begins with: one function per noun, and only what matters is named in the test."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from uuid import uuid4

from catalog.models import Material, Norm, Price, PricingPolicy, Processing, Product
from catalog.spec import LineSpec, Work
from clients import actions as clients
from clients.actions import write_phones
from clients.models import AdSource, Client, DuplicateGroup, Segment
from clients.segments import Condition, Group
from company.approvals import actions as approvals
from company.models import (
    Absence,
    CalendarException,
    Department,
    Employee,
    Firm,
    Office,
    Role,
    Stage,
    VatRegime,
)
from company.models.employee import ROBOT
from core import clock
from crm.access import load_roles
from crm.demo import people
from interactions import usual
from interactions.actions import register
from interactions.models import InteractionKind, InteractionPurpose, InteractionResult
from orders import actions
from orders.amendments.proposal import ProposedLine, proposal_of
from orders.work_orders.pricing import LineContent, OrderContent, Prepayment
from production import actions as shop
from production.models import DefectCause
from tasks import actions as tasks
from tasks.content import TaskContent
from tasks.models import RecurringTask, TaskTemplate

PASSWORD = "зеркало-в-раме-7"
_numbers = count(1)


def firm() -> Firm:
    """The firm with its roles, one office, stages and the robot; quick where it is there."""
    if found := Firm.objects.filter(pk=1).first():
        return found
    load_roles()
    usual.load(InteractionKind, InteractionResult, InteractionPurpose)  # a browser test empties all
    for since, percent in ((date(2025, 1, 1), 20), (date(2026, 1, 1), 22)):
        VatRegime.objects.create(valid_from=since, percent=percent)
    Department.objects.create(name="Отдел приёма заказов")
    Stage.objects.bulk_create(
        Stage(code=code, name=name, minutes_per_day=minutes, outside_days=days, ordering=place)
        for place, (code, name, minutes, days) in enumerate(people.STAGES)
    )
    Employee.objects.create(
        username=ROBOT, last_name="Наряд", role=role("admin"), office=office(), password="!"
    )
    return Firm.objects.create(pk=1, **people.FIRM)


def office(name="Офис на Таганке", **fields) -> Office:
    found = Office.objects.filter(name=name).first()
    address = {"address": "г. Москва, ул. Марксистская, д. 10", "phone": "+7 495 000-12-34"}
    return found or Office.objects.create(name=name, **{**address, **fields})


def department(name="Отдел приёма заказов") -> Department:
    return Department.objects.get_or_create(name=name)[0]


def role(code="manager", *, rights=None, **fields) -> Role:
    """A role of crm/access.py; with rights, a new one that may exactly this."""
    if rights is None:
        return Role.objects.get(code=code)
    code = f"{code}-{next(_numbers)}"
    return Role.objects.create(code=code, name=code, rights=sorted(rights), **fields)


def employee(role_code="manager", username="", *, may=None, **fields) -> Employee:
    """Somebody of the role; `may` names the only rights that this person has."""
    number = next(_numbers)
    fields.setdefault("last_name", f"Сотрудник{number}")
    fields.setdefault("first_name", "Ольга")
    fields.setdefault("role", role(role_code, rights=may))
    fields.setdefault("office", office())
    return Employee.objects.create_user(username or f"{role_code}{number}", PASSWORD, **fields)


def ad_source(name="Сайт") -> AdSource:
    return AdSource.objects.get_or_create(name=name)[0]


def client(name="Мария Светлова", phone="+7 916 123-45-67", *, by=None, **fields) -> Client:
    by = by or employee()
    defaults = {"responsible": by, "created_by": by, "created_at": clock.now()}
    found = Client.objects.create(name=name, **{**defaults, **fields})
    write_phones(found, phone)
    return found


def contact_person(of=None, name="Ирина Белова", *, by=None, **fields):
    return clients.add_person(of or client(), by=by or employee(), name=name, **fields)


def condition(attribute, operator, *values, is_not=False) -> Condition:
    return Condition(attribute, operator, [str(value) for value in values], is_not)


def segment(*conditions, by=None, name="Все с именем", is_shared=False, is_frozen=False):
    parts = list(conditions) or [condition("name", "contains", "а")]
    found = Segment(owner=by or employee())
    facts = {"name": name, "is_shared": is_shared, "is_frozen": is_frozen}
    return clients.keep_segment(found, by=found.owner, tree=Group(parts=parts), **facts)


def duplicate_group(first, second) -> DuplicateGroup:
    group = DuplicateGroup.objects.create(
        title=f"{first}, {second}", score=95, size=2, found_at=clock.now()
    )
    group.pairs.create(
        first=first, second=second, score=95, reasons=["phone"], found_at=clock.now()
    )
    return group


def planned_call(of=None, *, by=None, in_hours=1, purpose="Спросить о размере", **fields):
    """A call planned for `in_hours` from now; with a negative number it was planned before."""
    by = by or employee()
    moment = clock.now() + timedelta(hours=in_hours)
    with clock.at(min(clock.now(), moment - timedelta(minutes=1))):
        return register(
            of or client(),
            by=by,
            channel="call",
            direction="out",
            purpose=purpose,
            planned_at=moment,
            **fields,
        )


def price_list():
    """A mirror, a glass, their works and a delivery, with prices of all times and a norm each."""
    if Price.objects.exists():
        return
    mirror = Material.objects.create(
        code="mirror-4", name="Зеркало серебро 4 мм", family="mirror", thickness_mm=4
    )
    glass = Material.objects.create(
        code="clear-6", name="Стекло М1 6 мм", family="clear", thickness_mm=6
    )
    works = {
        code: Processing.objects.create(code=code, name=name, kind=kind, unit=unit, widths_mm=wide)
        for code, name, kind, unit, wide in [
            ("edge-euro", "Еврокромка", "edge", "m", []),
            ("facet", "Фацет", "facet", "m", [10, 15, 20]),
            ("hole", "Отверстие", "drilling", "piece", []),
            ("tempering", "Закалка", "tempering", "m2", []),
        ]
    }
    delivery = Product.objects.create(code="delivery", name="Доставка по городу", kind="service")
    since = {"valid_from": date(2020, 1, 1)}
    amounts = {"edge-euro": 180, "facet": 220, "hole": 150, "tempering": 900}
    Price.objects.bulk_create(
        [
            Price(material=mirror, amount=2400, **since),
            Price(material=glass, amount=1600, **since),
            *[
                Price(processing=works[code], amount=sum_, **since)
                for code, sum_ in amounts.items()
            ],
            Price(product=delivery, amount=1200, **since),
        ]
    )
    PricingPolicy.objects.create(valid_from=date(2020, 1, 1), rounding_step=1)
    stages = {stage.code: stage for stage in Stage.objects.all()}
    Norm.objects.create(stage=stages["cutting"], kind="sheet", unit="piece", minutes_per_unit=10)
    Norm.objects.create(
        stage=stages["facet"], processing=works["facet"], unit="m", minutes_per_unit=12
    )


def mirror(width_mm=600, height_mm=800, *, facet_mm=15, **fields) -> LineSpec:
    works = (Work("facet", width_mm=facet_mm),) if facet_mm else ()
    return LineSpec(
        "sheet", "mirror-4", width_mm=width_mm, height_mm=height_mm, works=works, **fields
    )


def delivery() -> LineSpec:
    return LineSpec("service", "delivery")


def measuring() -> LineSpec:
    return _sold("measuring", "Выезд на замер", "service", 900)


def goods() -> LineSpec:
    return _sold("fixings", "Держатели для зеркала, 4 шт.", "goods", 350)


def _sold(code, name, kind, amount):
    price_list()
    product, is_new = Product.objects.get_or_create(
        code=code, defaults={"name": name, "kind": kind}
    )
    if is_new:
        Price.objects.create(product=product, amount=amount, valid_from=date(2020, 1, 1))
    return LineSpec(kind, code)


def content(*specs, of=None, **fields) -> OrderContent:
    """What a client wants: a mirror with a facet where nothing is said."""
    price_list()
    lines = tuple(LineContent(spec) for spec in specs or [mirror()])
    return OrderContent(client=of or client(), lines=lines, **fields)


def calculation(*specs, by=None, of=None, **fields):
    return actions.calculate(content(*specs, of=of, **fields), by=by or employee(), token=uuid4())


def approval(of=None, *, by=None, percent=15, reason="Постоянный клиент"):
    """A discount asked for."""
    by = by or employee()
    asked = {"percent": str(percent), "limit": str(by.role.discount_limit)}
    return approvals.ask(
        "discount",
        of or calculation(by=by),
        by=by,
        reason=reason,
        asked=asked,
        measure=Decimal(percent),
    )


def absence(of, deputy, *, days=1):
    """Away from today on."""
    today = clock.today()
    return Absence.objects.create(
        employee=of, deputy=deputy, first_day=today, last_day=today + timedelta(days=days - 1)
    )


def order(*specs, by=None, of=None, paid=0, method="cash", **fields):
    """An accepted order."""
    prepayment = Prepayment(Decimal(paid), method) if paid else None
    typed = content(*specs, of=of, **fields)
    return actions.take(typed, by=by or employee(), token=uuid4(), prepayment=prepayment)


def checked_order(*specs, **fields):
    """An order whose pieces have gone through the shop and the final check."""
    accepted = order(*specs, **fields)
    worker, foreman = employee("worker"), employee("foreman")
    for position in accepted.positions.filter(goes_to_shop=True):
        actions.start(position, by=worker)
        actions.finish(position, by=worker)
        actions.check(position, by=foreman)
    accepted.refresh_from_db()
    return accepted


def half_ready_order(**fields):
    """Of two mirrors the smaller one is in the office, the larger one still in the shop's queue."""
    accepted = order(mirror(600), mirror(700), **fields)
    first, worker, foreman = accepted.positions.first(), employee("worker"), employee("foreman")
    actions.start(first, by=worker)
    actions.finish(first, by=worker)
    actions.check(first, by=foreman)
    return actions.arrive(accepted, by=foreman, positions=[first.pk])


def ready_order(*specs, **fields):
    """An order whose pieces are in the office."""
    return actions.arrive(checked_order(*specs, **fields), by=employee("foreman"))


def handed_over_order(*specs, by=None, **fields):
    by = by or employee()
    ready = ready_order(*specs, by=by, **fields)
    return actions.hand_over(ready, by=by, amount=ready.debt)


def defect_cause(name="Раскрой") -> DefectCause:
    return DefectCause.objects.get_or_create(name=name)[0]


def cash_shift(*, by=None, counted=0, ground=""):
    """An open drawer in the office of `by`."""
    by = by or employee()
    return actions.open_cash_shift(by.office, by=by, counted=Decimal(counted), ground=ground)


def proposal(order, *, without=(), also=(), **changed):
    """What the order is to become: `changed` names facts of its first position, «width_mm=700»;
    `without` are positions that go, `also` are new specs."""
    agreed = proposal_of(order)
    kept = [line for line in agreed.lines if line.position not in {each.pk for each in without}]
    if changed:
        first = kept[0]
        spec = replace(first.content.spec, **changed)
        kept[0] = replace(first, content=replace(first.content, spec=spec))
    new = [ProposedLine(LineContent(spec)) for spec in also]
    return replace(agreed, lines=(*kept, *new))


def amendment(of=None, *, by=None, reason="Клиент перемерил нишу", **changes):
    """Drafted: the first position becomes higher where nothing is said."""
    of = of or order()
    of.refresh_from_db()
    wanted = proposal(of, **(changes or {"height_mm": 900}))
    return actions.amend(of, wanted, by=by or employee(), version=of.version, reason=reason)


def question(position, text="Фацет по всем сторонам?", *, by=None):
    return shop.ask(position, by=by or employee("worker"), text=text)


def remark(of, *, by, responsible, text="Уточнить размер", kind="current", days=2):
    """A remark of the control that somebody is to put right."""
    due_on = clock.today() + timedelta(days=days)
    work = {"responsible": responsible, "due_on": due_on}
    return actions.remark_becomes_work(of, by=by, kind=kind, text=text, **work)


def task(*, by, of, title="Перемерить проём", in_days=None, **content):
    """Asked of a person or a department; `in_days` from now it is due."""
    deadline = clock.now() + timedelta(days=in_days) if in_days is not None else None
    facts = {"title": title, "deadline": deadline, **content}
    return tasks.ask(TaskContent(**facts), of=[of], by=by)[0]


def done_task(*, by, of, note="Сделано", **content):
    asked = task(by=by, of=of, **content)
    return tasks.finish(asked, by=of, note=note)


def free_day(day: date) -> CalendarException:
    return CalendarException.objects.create(day=day, is_working=False)


def recurring_task(title="Пересчитать кассу") -> RecurringTask:
    template, _is_new = TaskTemplate.objects.get_or_create(name=title, defaults={"title": title})
    rule = {"template": template, "author": employee(), "period": "daily"}
    return RecurringTask.objects.create(**rule, made_until=clock.today(), department=department())
