"""How a program is started: as whom, tied to its parent, alone or with others."""

import contextlib
import os
import pwd
import shlex
import shutil
import signal
import subprocess
import time
from functools import cache

from launch.words import Problem, say


def tied(signal_name="TERM"):
    """A prefix: the program gets this signal when its parent dies, however it dies."""
    return ["setpriv", "--pdeathsig", signal_name] if shutil.which("setpriv") else []


@cache
def unprivileged(*places):
    """A prefix under which PostgreSQL agrees to run: nobody instead of root.

    Where nobody cannot reach the places (a clone in /root), it may read there and no more.
    """
    if os.geteuid():
        return []
    user = pwd.getpwnam("nobody")
    nobody = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    for capability in (None, "dac_read_search", "dac_override"):
        prefix = nobody + (reaching(capability) if capability else [])
        tests = [["test", "-x", str(place)] for place in places]
        if all(succeeds([*prefix, *test]) for test in tests):
            return prefix
    raise Problem(
        "PostgreSQL does not run as root, and nobody cannot reach {place}. "
        "Start as an ordinary user, or choose another place: ./run --data DIR",
        place=places[-1],
    )


def reaching(capability):
    # no_setuid_fixup: access(2) heeds the capability too, and PostgreSQL asks by access(2).
    return [
        "--securebits=+no_setuid_fixup",
        f"--inh-caps=-all,+{capability}",
        f"--ambient-caps=-all,+{capability}",
        f"--bounding-set=-all,+{capability}",
    ]


def owned_by_unprivileged(path):
    if not os.geteuid():
        user = pwd.getpwnam("nobody")
        os.chown(path, user.pw_uid, user.pw_gid)


def succeeds(command, **how):
    return subprocess.run(command, capture_output=True, check=False, **how).returncode == 0


def quietly(message, *commands, log, **values):
    """Runs the commands one after another into the log, behind one line on the terminal."""
    with started(message, *commands, log=log, **values) as step:
        finish(step)


@contextlib.contextmanager
def started(message, *commands, log, env=None, **values):
    """The same at once with others: finish() it before the block ends, else it is stopped."""
    say(message, **values)
    chain = " && ".join(shlex.join(map(str, command)) for command in commands)
    with log.open("w") as output:
        streams = {"stdout": output, "stderr": subprocess.STDOUT}
        step = subprocess.Popen(["sh", "-c", chain], env=env, start_new_session=True, **streams)
    step.log = log
    try:
        yield step
    finally:
        stop(step)


def stop(step):
    if step.poll() is None:
        os.killpg(step.pid, signal.SIGTERM)
        step.wait()


def finish(step):
    if step.wait():
        raise failure(step.log)


def failure(log):
    lines = log.read_text(errors="replace").split("\n") if log.exists() else []
    last = next((line.strip() for line in reversed(lines) if line.strip()), "?")
    return Problem("{line}  (all of it: {log})", line=last, log=log)


def wait_until(ready, *, seconds, step=0.1):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(step)
    return False
