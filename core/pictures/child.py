"""The process that opens what people send: short of time, of memory, and of everything else."""

import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from core.pictures import kinds

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("program.py")
MEMORY = 1024**3
CPU_SECONDS = 20
SECONDS = 40
SECONDS_WHILE_WAITED_FOR = 20  # by a person, and less than a web worker is given
SAID = 2000
NOTHING_INSIDE = 3


class NotDrawn(Exception):
    """Broken, hostile, or beyond the limits."""


class NothingInside(NotDrawn):
    """A sound file that holds no picture."""


def upright(file) -> bytes:
    """A photograph as a JPEG that stands upright and tells nothing but the picture."""
    return _run("upright", "", file, SECONDS_WHILE_WAITED_FOR)


def preview(file, content_type) -> bytes:
    """What the file looks like, as a JPEG fit for a screen."""
    return _run("preview", content_type, file, SECONDS)


def _run(task, content_type, file, seconds) -> bytes:
    limits = [str(kinds.MAX_PIXELS), str(MEMORY), str(CPU_SECONDS)]
    command = [sys.executable, "-I", str(PROGRAM), task, content_type, *limits]
    with (
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as made,
        tempfile.TemporaryFile() as said,
    ):
        file.seek(0)
        shutil.copyfileobj(file, given)
        given.seek(0)
        code = _ended(command, given, made, said, home=home, seconds=seconds)
        if code == NOTHING_INSIDE:
            raise NothingInside
        if code:
            said.seek(0)
            log.info("%s broke off: %s", task, said.read()[-SAID:].decode(errors="replace"))
            raise NotDrawn(f"{task}: ended with {code}")
        made.seek(0)
        return made.read()


def _ended(command, given, made, said, *, home, seconds) -> int:
    """Of our environment the child inherits nothing; whatever it does, only the child dies."""
    try:
        return subprocess.run(
            command,
            stdin=given,
            stdout=made,
            stderr=said,
            env={"HOME": home, "LC_ALL": "C.UTF-8"},
            cwd=home,
            timeout=seconds,
            start_new_session=True,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        raise NotDrawn(f"longer than {seconds} s") from None
