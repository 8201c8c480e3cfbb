from catalog.models import ProductGroup
from catalog.vocabulary import Kind
from core import clock
from sales.deals import actions as deals
from sales.models import Interest, ProcessStage, ProcessVersion, SaleProcess
from tests.given.client_base import client
from tests.given.firm import employee

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
    by = by or employee()
    of = of or client(by=by)
    return Interest.objects.create(
        client=of,
        wish=wish,
        responsible=by,
        office=by.office,
        received_at=clock.now(),
        created_by=by,
        **values,
    )
