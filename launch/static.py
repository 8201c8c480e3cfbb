"""The static files of the pages, collected again only when something they come from changed."""

import contextlib

from launch import HOME, PYTHON, processes
from launch.install import fingerprint, stamp, stamped


@contextlib.contextmanager
def collected(data, environment):
    """At the end of the block they are there; compressing them takes long, so beside it."""
    current, stamp_file = fingerprint(sources()), data / "static.stamp"
    if stamped(stamp_file, current):
        yield
        return
    collect = [PYTHON, HOME / "manage.py", "collectstatic", "--no-input", "--clear"]
    message, log = "Collecting what the pages are drawn with", data / "log" / "static.log"
    with processes.started(message, collect, log=log, env=environment) as step:
        yield
        processes.finish(step)
    stamp(stamp_file, current)


def sources():
    files = [HOME / "package-lock.json", HOME / "requirements.txt", *HOME.glob("core/*.py")]
    return sorted([*files, *(path for path in (HOME / "static").rglob("*") if path.is_file())])
