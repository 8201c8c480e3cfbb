"""Papers of chosen orders as one PDF: in the list's order, and only of orders that are seen."""

from dataclasses import replace

import pytest
from django.urls import reverse

from core import documents, jobs
from core.models import Document, Job
from orders import actions
from tests import given, paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(login):
    """Press the button of the list for these orders and let the worker do it."""

    def press(by, papers, *orders):
        address = reverse("orders:print_batch", args=[papers])
        answer = login(by).post(address, {"pk": [order.pk for order in orders]})
        job = Job.objects.latest("pk")
        assert answer.url == reverse("core:job", args=[job.pk])
        jobs.run_job(job.pk)
        job.refresh_from_db()
        return job

    return press


def pages_of(job):
    with job.result.open("rb") as file:
        return paper.pages_of(file.read())


def test_the_list_offers_it(login, olga):
    given.order(by=olga)

    page = login(olga).get(reverse("orders:index")).content.decode()

    for papers in ("work-orders", "labels", "labels-roll", "acts"):
        assert reverse("orders:print_batch", args=[papers]) in page


def test_work_orders_come_in_the_order_of_the_list(printed, olga):
    first, second = given.order(by=olga), given.order(by=olga)

    job = printed(olga, "work-orders", second, first)

    clients = [page for page in pages_of(job) if "экземпляр цеха" not in page]
    assert second.number in clients[0]
    assert first.number in clients[-1]
    assert (job.state, job.done, job.total) == (Job.State.DONE, 2, 2)


def test_the_papers_are_those_that_were_issued(printed, olga):
    order = given.order(by=olga)
    issued = documents.latest("work_order", order)
    pages = paper.pages_of(documents.pdf_of(issued))

    assert pages_of(printed(olga, "work-orders", order)) == pages
    assert Document.objects.of(order).filter(kind="work_order").get() == issued


def test_labels_of_many_orders_on_a_roll(printed, olga):
    orders = [given.order(given.mirror(), given.mirror(), by=olga) for _ in range(2)]

    assert len(pages_of(printed(olga, "labels-roll", *orders))) == 4
    assert len(pages_of(printed(olga, "labels", *orders))) == 1


def test_labels_of_many_orders_fill_one_sheet_after_another(printed, olga):
    first = given.order(replace(given.mirror(), quantity=20), by=olga)
    second = given.order(replace(given.mirror(), quantity=7), by=olga)

    pages = pages_of(printed(olga, "labels", first, second))

    found = [(page.count(first.number), page.count(second.number)) for page in pages]
    assert found == [(20, 4), (0, 3)]
    assert "шт. 7 из 7" in pages[1].replace("\xa0", " ")


def test_acts_of_visits_before_there_were_acts_are_made_on_the_way(printed, olga):
    order = given.handed_over_order(by=olga)
    Document.objects.of(order.hand_overs.get()).delete()

    assert len(pages_of(printed(olga, "acts", order))) == 1
    Document.objects.of(order.hand_overs.get()).delete()
    assert printed(given.employee("accountant"), "acts", order).state == Job.State.FAILED


def test_what_has_no_such_paper_is_left_out_and_the_name_says_so(printed, olga):
    done, open_ = given.handed_over_order(by=olga), given.order(by=olga)

    job = printed(olga, "acts", open_, done)

    assert len(pages_of(job)) == 1
    assert "1" in job.result_name
    assert "2" in job.result_name


def test_nothing_to_print_is_said_in_words(login, printed, olga):
    job = printed(olga, "acts", given.order(by=olga))

    assert (job.state, job.result.name) == (Job.State.FAILED, "")
    assert job.error
    answer = login(olga).post(reverse("orders:print_batch", args=["acts"]))
    assert answer.status_code == 409


def test_only_orders_that_are_seen_are_printed(login, printed, olga):
    sokol = given.employee("manager", office=given.office("Офис на Соколе"))
    mine, theirs = given.order(by=olga), given.order(by=sokol)

    job = printed(olga, "work-orders", mine, theirs)

    assert job.arguments["orders"] == [mine.pk]
    assert theirs.number not in "".join(pages_of(job))


def test_what_is_no_more_seen_when_the_worker_comes_to_it_is_not_printed(printed, olga):
    order, other = given.order(by=olga), given.order(by=olga)
    actions.print_labels(order, by=olga)
    job = printed(olga, "labels", order, other)
    olga.office = given.office("Офис на Соколе")
    olga.save()
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, error="")

    jobs.run_job(job.pk)

    job.refresh_from_db()
    assert job.state == Job.State.FAILED


def test_who_may_not_see_sums_prints_none(login, olga):
    order = given.order(by=olga)

    address = reverse("orders:print_batch", args=["work-orders"])

    assert login(given.employee("worker")).post(address, {"pk": order.pk}).status_code == 403
    assert login(olga).post(reverse("orders:print_batch", args=["x"])).status_code == 404
