"""Scans of paper forms find their orders by the number in their names."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core import jobs
from core.models import Attachment, Job
from orders.models import WorkOrder
from orders.old_orders import scans
from tests import given
from tests.clients import files as imported
from tests.core import files
from tests.orders.test_old_orders import HEAD, OLD

pytestmark = pytest.mark.django_db
PICTURE = files.png()


@pytest.fixture
def anna():
    anna = given.employee("director")
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    rows = [HEAD, OLD, ["А-123/190", *OLD[1:]], ["7", *OLD[1:]]]
    imported.brought_in(imported.csv(rows), by=anna, kind="orders")
    return anna


def scan(name):
    return SimpleUploadedFile(name, PICTURE, "image/png")


def attached(*uploads, by):
    job = scans.attach_scans(list(uploads), by=by)
    jobs.run_job(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.error
    return job


def of(number):
    order = WorkOrder.objects.get(old_number=number)
    return [file.name for file in order.files]


def test_each_goes_to_the_order_of_its_number(anna):
    job = attached(scan("А-123_19 стр1.png"), scan("а-123 190.png"), scan("7.png"), by=anna)

    assert of("А-123/19") == ["А-123_19 стр1.png"]
    assert of("А-123/190") == ["а-123 190.png"]
    assert of("7") == ["7.png"]
    assert not job.result


def test_orders_of_our_own_numbers_too(anna):
    order = given.order(by=anna)

    attached(scan(f"{order.number} подпись.png"), by=anna)

    assert [file.name for file in order.files] == [f"{order.number} подпись.png"]


def test_a_zip_is_unpacked_and_what_fits_nothing_is_reported(anna):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2019/7 лист 1.png", PICTURE)
        archive.writestr("2019/99.png", PICTURE)
        archive.writestr("2019/7.exe", b"MZ")

    job = attached(SimpleUploadedFile("scans.zip", packed.getvalue()), by=anna)

    assert of("7") == ["7 лист 1.png"]
    sheet = openpyxl.load_workbook(job.result).active
    left = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
    assert left["99.png"] == "Заказа с таким номером нет."
    assert set(left) == {"99.png", "7.exe"}


def test_the_same_scans_once_more_hang_nothing_twice(anna):
    attached(scan("7.png"), by=anna)
    attached(scan("7.png"), by=anna)

    assert Attachment.objects.count() == 1


def test_the_page_takes_files(anna, login):
    url = reverse("orders:attach_scans")
    browser = login(anna)
    assert browser.get(url).status_code == 200

    answer = browser.post(url, {"files": [scan("7.png")]})

    assert answer.status_code == 302
    assert login(given.employee()).get(url).status_code == 403
