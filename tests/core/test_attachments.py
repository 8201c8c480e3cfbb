"""Files are judged by what is inside, and seen through what they hang on."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core import attachments
from core.errors import Refused
from core.models import Attachment
from core.pictures import kinds
from tests import given
from tests.core import files

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


def attached(content, name) -> Attachment:
    return attachments.attach(given.client(), files.upload(content, name), by=given.employee())


def opened(attachment) -> Image.Image:
    with attachment.file.open("rb") as file:
        return Image.open(io.BytesIO(file.read()))


@pytest.mark.parametrize(
    "content",
    [
        b"<script>alert(1)</script>",
        b"MZ\x90",
        b"",
        files.png((50, 50))[:40],
        b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + files.SVG % b"<text>&a;</text>",
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + files.SVG % b"&a;",
        files.SVG[:40],
        b"<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>",
        b"RIFF\x04\0\0\0WAVE",
        files.cdr(inside="word/document.xml"),
        b"PK\x03\x04 and nothing more",
    ],
    ids=[
        *("html", "program", "empty", "cut off", "entities", "files of ours", "cut off svg"),
        *("page", "sound", "another archive", "no archive"),
    ],
)
def test_what_is_none_of_the_kinds_is_refused_whatever_its_name(content):
    for name in ("эскиз.png", "эскиз.svg", "эскиз.cdr", "эскиз"):
        with pytest.raises(Refused):
            attached(content, name)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (files.png(), "эскиз.png", kinds.PNG),
        (files.photo(), "фото.JPG", kinds.JPEG),
        (files.photo(kind="HEIF"), "IMG_0001.HEIC", kinds.JPEG),
        (files.pdf("app.alert(1)"), "чертёж.pdf", kinds.PDF),
        (files.SCRIPTED, "эскиз.svg", kinds.SVG),
        (
            b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>" + files.SCRIPTED,
            "к.svg",
            kinds.SVG,
        ),
        (files.cdr(), "макет.cdr", kinds.CDR),
        (files.old_cdr(), "старый макет.cdr", kinds.CDR),
    ],
    ids=["png", "jpeg", "heic", "pdf", "svg", "svg of CorelDRAW", "cdr", "old cdr"],
)
def test_each_kind_is_known_by_its_content(content, name, kind):
    assert attached(content, name).content_type == kind


@pytest.mark.parametrize(
    ("content", "name"),
    [(files.pdf(), "эскиз.png"), (files.png(), "договор.pdf"), (files.SCRIPTED, "фото.jpg")],
)
def test_a_file_under_a_false_name_is_refused_with_what_it_is(content, name):
    with pytest.raises(Refused, match=r"внутри|inside"):
        attached(content, name)


def test_cameras_may_mix_up_their_names():
    assert attached(files.photo(), "снимок.png").name == "снимок.jpg"


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
@pytest.mark.parametrize("sideways", [False, True], ids=["upright", "sideways"])
def test_a_photograph_stands_upright_and_tells_no_place(kind, sideways):
    found = attached(files.photo(sideways=sideways, kind=kind), "фото")

    with found.file.open("rb") as file:
        kept = file.read()
    image = opened(found)
    assert image.size == ((30, 40) if sideways else (40, 30))
    assert not image.getexif()
    assert b"Phone of Maria" not in kept
    assert image.info["icc_profile"] == files.colours()


def test_a_photograph_that_stands_upright_loses_nothing_of_the_picture():
    taken = files.photo()

    found = attached(taken, "фото.jpg")

    assert opened(found).tobytes() == Image.open(io.BytesIO(taken)).tobytes()


def test_what_a_camera_hangs_behind_the_end_is_not_kept():
    found = attached(files.photo() + files.photo(), "живое фото.jpg")

    with found.file.open("rb") as file:
        assert file.read().count(b"\xff\xd8") == 1


def test_words_in_a_png_are_not_kept():
    words = PngInfo()
    words.add_text("Location", "55.75, 37.62")

    found = attached(files.png(pnginfo=words), "скриншот.png")

    assert opened(found).text == {}


def test_a_small_file_that_unfolds_into_billions_of_points_is_refused():
    with pytest.raises(Refused):
        attached(files.bomb_png(), "бомба.png")


def test_a_drawing_with_a_program_in_it_is_never_opened_inside_the_site(login):
    found = attached(files.SCRIPTED, "эскиз.svg")

    answer = login(given.employee()).get(reverse("core:attachment", args=[found.pk]))

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_pdf_is_downloaded_and_not_shown_inside_the_site(login):
    olga, client = given.employee(), given.client()
    page = login(olga)
    page.post(attach_url(client), {"file": files.upload(files.pdf(), "чертёж.pdf")})

    answer = page.get(reverse("core:attachment", args=[Attachment.objects.get().pk]))

    assert answer["Content-Disposition"].startswith("attachment")


def test_a_form_without_a_file_is_answered_in_words(login):
    answer = login(given.employee()).post(attach_url(given.client()))

    assert answer.status_code == 409
