"""Scans of paper forms, many at once: each goes to the order whose number its name says."""

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from core import attachments, exports, jobs
from core.errors import Refused
from orders.models import WorkOrder

RIGHT = "core.add_attachment"
MOST_FILES, MOST_BYTES = 5_000, 500 * 1024 * 1024
FOLDER = "scans"


@transaction.atomic
def attach_scans(files, *, by):
    """Keep the files, or what is in a ZIP of them, and hang each on its order in a job."""
    if not by.has_perm(RIGHT):
        raise PermissionDenied
    if not files:
        raise Refused(_("Choose a file first."))
    if sum(each.size for each in files) > MOST_BYTES:
        raise Refused(_("These files are larger than 500 MB: divide them."))
    kept = [
        [default_storage.save(f"{FOLDER}/{PurePath(each.name).name}", each), each.name]
        for each in files
    ]
    return jobs.start(KIND, _("Scans of orders"), by=by, files=kept)


def _run(job, progress):
    """Begun again, it goes on behind the last file that is hung; the report names what is not."""
    done, left = job.checkpoint.get("done", 0), job.checkpoint.get("left", [])
    for place, (name, content) in enumerate(_each(job.arguments["files"])):
        if place < done:
            continue
        with transaction.atomic():
            if fault := _hung(name, content, by=job.by):
                left.append([name, fault])
            progress.say(place + 1, 0, {"done": place + 1, "left": left})
    for path, _name in job.arguments["files"]:
        default_storage.delete(path)
    if left:
        heads = [_("File"), _("What is wrong")]
        return exports.xlsx_file(_("Not attached"), heads, left), _("scans-not-attached.xlsx")
    return None


def _each(files):
    for path, name in files:
        with default_storage.open(path) as file:
            content = file.read()
        if not name.lower().endswith(".zip"):
            yield name, content
            continue
        try:
            yield from _unpacked(content)
        except BadZipFile:
            raise Refused(_("“%(name)s” is no ZIP, or it is damaged.") % {"name": name}) from None


def _unpacked(content):
    with ZipFile(BytesIO(content)) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir()]
        if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_BYTES:
            raise Refused(_("This ZIP is too large inside: divide it."))
        for part in parts:
            yield PurePath(part.filename).name, archive.read(part)


def _hung(name, content, *, by) -> str:
    """A sentence where it could not be."""
    orders = orders_named(name, by)
    if not orders:
        return _("No order with a number of this name.")
    if len(orders) > 1:
        numbers = ", ".join(order.number for order in orders)
        return _("Fits several orders: %(numbers)s.") % {"numbers": numbers}
    if any(file.name == name for file in orders[0].files):
        return ""  # hung by an earlier run
    try:
        attachments.attach(orders[0], ContentFile(content, name=name), by=by)
    except Refused as refusal:
        return str(refusal.message)
    return ""


def orders_named(name, user) -> list[WorkOrder]:
    """«А-123_19 стр2.jpg», «2026-000123.pdf»: a slash, which no file may have, is any sign."""
    stem = PurePath(name).stem
    seen = WorkOrder.objects.visible_to(user)
    if ours := re.search(r"(20\d\d)-(\d{6})(?!\d)", stem):
        return list(seen.filter(year=int(ours[1]), seq=int(ours[2])))
    said = _bare(stem)
    beginnings = [said[:count] for count in range(1, len(said) + 1)]
    found = [each for each in _old_like(seen, said) if _bare(each.old_number) in beginnings]
    longest = max((len(_bare(each.old_number)) for each in found), default=0)
    return [each for each in found if len(_bare(each.old_number)) == longest]


def _old_like(seen, said):
    """The old orders whose number begins as the name does."""
    return seen.before().filter(old_number__istartswith=said[0]) if said else ()


def _bare(text) -> list[str]:
    return re.findall(r"[^\W_]+", text.upper())


KIND = jobs.JobKind("scans", _run)
