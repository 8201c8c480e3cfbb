"""Libraries and programs that neither pip nor npm brings."""

import ctypes
import os
import shlex
import shutil

from launch.processes import quietly, succeeds
from launch.words import Problem

# Debian's package: a library or a program that shows it is there.
PRODUCT = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
TESTS = PRODUCT | {
    "chromium": "chromium",
    "gettext": "xgettext",
    "libatomic1": "libatomic.so.1",
}


def ensure(packages, logs):
    missing = [name for name, evidence in packages.items() if not present(evidence)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = administrator()
    if prefix is None:
        raise Problem(
            "System packages are missing. Type: sudo apt-get install {packages}",
            packages=" ".join(missing),
        )
    quietly(
        "Installing with apt-get: {packages}",
        [*prefix, "apt-get", "update"],
        [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *install],
        log=logs / "apt.log",
        packages=shlex.join(missing),
    )


def present(evidence):
    if ".so." not in evidence:
        return shutil.which(evidence) is not None
    try:
        ctypes.CDLL(evidence)
    except OSError:
        return False
    return True


def administrator():
    """The prefix that makes apt-get work here, or None where it is not allowed."""
    if not shutil.which("apt-get"):
        return None
    if not os.geteuid():
        return []
    return ["sudo", "-n"] if succeeds(["sudo", "-n", "true"]) else None
