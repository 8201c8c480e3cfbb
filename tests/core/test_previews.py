"""Pictures of files: drawn by a child that may be killed, and shown under their own policy."""

import io

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from core import attachments, previews
from core.jobs import make_waiting_previews
from core.models import Attachment
from core.pictures import child
from tests import given
from tests.core import files

pytestmark = pytest.mark.django_db
State = Attachment.PreviewState


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    monkeypatch.setattr(child, "CPU_SECONDS", 8)


def attached(content, name) -> Attachment:
    return attachments.attach(given.client(), files.upload(content, name), by=given.employee())


def previewed(content, name) -> Attachment:
    attachment = attached(content, name)
    previews.make(attachment.pk)
    attachment.refresh_from_db()
    return attachment


def picture(attachment) -> Image.Image:
    with attachment.preview.open("rb") as file:
        return Image.open(io.BytesIO(file.read())).convert("RGB")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (files.pdf(), "чертёж.pdf"),
        (files.SCRIPTED, "эскиз.svg"),
        (files.cdr(files.saved(files.drawn(), "BMP")), "макет.cdr"),
        (files.old_cdr(files.saved(files.drawn(), "DIB")), "старый макет.cdr"),
        (files.png((3000, 2000)), "большой.png"),
    ],
    ids=["pdf", "svg", "cdr", "old cdr", "large png"],
)
def test_a_file_is_seen_without_being_opened(content, name):
    found = previewed(content, name)

    assert found.preview_state == State.MADE
    shown = picture(found)
    assert max(shown.size) <= 1600
    assert len(shown.getcolors(shown.width * shown.height)) > 1, "nothing is drawn"


def test_a_small_picture_is_its_own_preview():
    found = attached(files.png(), "эскиз.png")

    assert found.preview_state == State.NONE
    assert found.picture_url == reverse("core:attachment", args=[found.pk])


def test_a_corel_file_without_a_preview_says_so_by_having_none():
    found = previewed(files.cdr(), "макет.cdr")

    assert (found.preview_state, found.picture_url) == (State.NONE, "")


def test_an_endless_drawing_kills_only_its_child(monkeypatch):
    monkeypatch.setattr(child, "CPU_SECONDS", 3)

    found = previewed(files.endless_svg(), "бесконечный.svg")

    assert found.preview_state == State.FAILED
    assert found.picture_url == ""


def test_a_child_that_sleeps_is_ended(monkeypatch):
    monkeypatch.setattr(child, "SECONDS", 0.01)

    assert previewed(files.pdf(), "чертёж.pdf").preview_state == State.FAILED


def test_a_child_gets_only_its_memory(monkeypatch):
    monkeypatch.setattr(child, "MEMORY", 40 * 1024**2)

    assert previewed(files.pdf(), "чертёж.pdf").preview_state == State.FAILED


def test_a_child_knows_nothing_of_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    spy = tmp_path / "program.py"
    spy.write_text("import os, sys; sys.stdout.write('\\n'.join([*os.environ, *sys.path]))")
    monkeypatch.setattr(child, "PROGRAM", spy)

    said = child.preview(ContentFile(b"x"), "image/png").decode().splitlines()

    assert "HOME" in said
    assert "DATABASE_URL" not in said
    assert str(settings.BASE_DIR) not in said


def test_a_drawing_fetches_nothing_and_reads_no_files_of_ours(tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(files.png())
    inside = f'<image href="file://{secret}" width="60" height="80"/>'.encode()

    assert previewed(files.SVG % inside, "хитрый.svg").preview_state != State.MADE


def test_what_the_queue_has_lost_the_sweep_finds_and_no_file_is_tried_twice():
    waiting = attached(files.pdf(), "чертёж.pdf")
    broken = attached(b"%PDF-1.7\n%", "битый.pdf")

    make_waiting_previews()

    assert Attachment.objects.without_preview().count() == 0
    waiting.refresh_from_db()
    broken.refresh_from_db()
    assert (waiting.preview_state, broken.preview_state) == (State.MADE, State.FAILED)


@pytest.mark.django_db(transaction=True)
def test_the_worker_is_asked_once_the_file_is_kept():
    found = attached(files.pdf(), "чертёж.pdf")

    found.refresh_from_db()
    assert found.preview_state == State.MADE


def test_a_preview_is_seen_through_its_owner_and_runs_nothing(login):
    found = previewed(files.pdf(), "чертёж.pdf")

    answer = login(given.employee()).get(reverse("core:preview", args=[found.pk]))
    hidden = login(given.employee("worker")).get(reverse("core:preview", args=[found.pk]))

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert hidden.status_code == 404


def test_a_file_without_a_preview_has_no_address_of_one(login):
    found = attached(files.pdf(), "чертёж.pdf")

    answer = login(given.employee()).get(reverse("core:preview", args=[found.pk]))

    assert answer.status_code == 404
