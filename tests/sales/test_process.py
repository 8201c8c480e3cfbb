"""The director edits how the firm sells; running deals stay on their version."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from sales.deals import actions as deals
from sales.models import SaleProcess
from sales.processes.actions import StageContent, keep_process
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return given.employee("director")


def stages(process):
    return [
        StageContent(each.name, each.probability, each.norm_days, key=each.key)
        for each in process.newest.stages.all()
    ]


def test_what_changes_while_a_deal_goes_by_it_is_a_new_version(director):
    process = given.process()
    deal = given.deal(along=process)
    met, _offered, agreed = stages(process)
    trial = StageContent("Образец", 60, 3)

    version = keep_process(process, name="Заказ", stages=[met, agreed, trial], by=director)

    deal.refresh_from_db()
    assert (version.number, deal.process_version.number) == (2, 1)
    assert [stage.key for stage in version.stages.all()][:2] == ["met", "agreed"]
    assert given.deal(given.client(), along=process).process_version == version


def test_a_deal_may_take_the_newest_version_by_hand(director):
    process = given.process()
    deal = given.deal(by=director, along=process)
    met, *rest = stages(process)
    longer = StageContent(met.name, 15, 10, key=met.key)
    version = keep_process(process, name="Заказ", stages=[longer, *rest], by=director)

    renewed = deals.renew(deal, by=director)

    assert (renewed.process_version, renewed.probability) == (version, 15)


def test_without_deals_the_version_is_written_anew(director):
    process = given.process()
    met, _offered, agreed = stages(process)

    version = keep_process(process, name="Заказ", stages=[met, agreed], by=director)

    assert (version.number, version.stages.count()) == (1, 2)


def test_only_who_directs_sales_edits_processes():
    process = given.process()
    with pytest.raises(PermissionDenied):
        keep_process(process, name="Иначе", stages=stages(process), by=given.employee("manager"))


def test_the_page_adds_reorders_and_removes_stages(login, director):
    data = {
        "name": "Витраж",
        "stages-TOTAL_FORMS": 3,
        "stages-INITIAL_FORMS": 0,
    }
    for place, (name, order) in enumerate((("Эскиз", 2), ("Знакомство", 1), ("Лишний", 3))):
        data |= {f"stages-{place}-name": name, f"stages-{place}-probability": 10}
        data[f"stages-{place}-ORDER"] = order
    data["stages-2-DELETE"] = "on"

    answer = login(director).post(reverse("sales:add_process"), data)

    assert answer.status_code == 302
    made = SaleProcess.objects.get(name="Витраж")
    assert [stage.name for stage in made.newest.stages.all()] == ["Знакомство", "Эскиз"]
