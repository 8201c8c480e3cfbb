"""Files are judged by what is inside, and seen through what they hang on."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from core import attachments
from core.errors import Refused
from core.models import Attachment
from tests import given

pytestmark = pytest.mark.django_db


def picture(name="эскиз.png", size=(4, 4), kind="PNG"):
    data = io.BytesIO()
    Image.new("RGB", size).save(data, kind)
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


def attach_url(client):
    return reverse("core:attach", args=["clients.client", client.pk])


def test_a_picture_is_kept_and_shown_to_whoever_sees_the_client(login):
    olga, client = given.employee(), given.client()
    page = login(olga)

    page.post(attach_url(client), {"file": picture()})

    found = Attachment.objects.get()
    answer = page.get(reverse("core:attachment", args=[found.pk]))
    assert (found.name, answer["Content-Type"]) == ("эскиз.png", "image/png")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_whoever_does_not_see_the_client_does_not_see_the_file(login):
    client = given.client()
    login(given.employee()).post(attach_url(client), {"file": picture()})

    worker = login(given.employee("worker"))

    assert (
        worker.get(reverse("core:attachment", args=[Attachment.objects.get().pk])).status_code
        == 404
    )
    assert worker.post(attach_url(client), {"file": picture()}).status_code == 404


def test_whoever_only_looks_attaches_nothing(login):
    client = given.client()

    answer = login(given.employee("quality")).post(attach_url(client), {"file": picture()})

    assert answer.status_code == 403
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"<script>alert(1)</script>", b"MZ\x90", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b""],
)
def test_what_is_no_picture_is_refused_whatever_its_name(login, content):
    upload = SimpleUploadedFile("эскиз.png", content, "image/png")

    with pytest.raises(Refused):
        attachments.attach(given.client(), upload, by=given.employee())


def test_a_cut_off_picture_is_refused():
    whole = picture(size=(50, 50)).read()

    with pytest.raises(Refused):
        attachments.attach(
            given.client(), SimpleUploadedFile("x.png", whole[:40]), by=given.employee()
        )


def test_a_decompression_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(attachments, "MAX_PIXELS", 100)

    with pytest.raises(Refused):
        attachments.attach(given.client(), picture(size=(11, 10)), by=given.employee())


def test_a_pdf_is_downloaded_and_not_shown_inside_the_site(login):
    olga, client = given.employee(), given.client()
    page = login(olga)
    page.post(attach_url(client), {"file": SimpleUploadedFile("чертёж.pdf", b"%PDF-1.7\n%")})

    answer = page.get(reverse("core:attachment", args=[Attachment.objects.get().pk]))

    assert answer["Content-Disposition"].startswith("attachment")


def test_a_form_without_a_file_is_answered_in_words(login):
    answer = login(given.employee()).post(attach_url(given.client()))

    assert answer.status_code == 409
