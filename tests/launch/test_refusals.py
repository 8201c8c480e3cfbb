"""Whatever stands in the way is said in one line."""

import ast
import os
import socket
import subprocess
from collections import namedtuple

import pytest

from launch import HOME, processes, run, servers, system_packages, words
from launch.words import Problem


def test_a_taken_port_is_named_with_a_free_neighbour():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(Problem, match=f"Port {port} is taken.*--port {port + 1}"):
            run.refuse_taken_port("127.0.0.1", port)


def test_a_second_run_of_the_same_data_is_refused(data, monkeypatch):
    chosen = namedtuple("Options", "data port")(data, 8109)

    with servers.claim(data), pytest.raises(Problem, match="already runs"):
        run.run(chosen)


def test_a_full_disk_is_told_with_figures(tmp_path):
    with pytest.raises(Problem, match=r"The disk is full: .* MB are needed"):
        run.refuse_full_disk(tmp_path, needed_mb=10**9)


def test_a_missing_library_is_one_line_to_type(tmp_path, monkeypatch):
    monkeypatch.setattr(system_packages, "administrator", lambda: None)

    with pytest.raises(Problem, match="apt-get install libmissing1"):
        system_packages.ensure({"libmissing1": "libmissing.so.1"}, tmp_path)


def test_where_apt_is_allowed_the_library_is_installed(tmp_path, monkeypatch):
    monkeypatch.setattr(system_packages, "administrator", lambda: ["echo"])

    system_packages.ensure({"libmissing1": "libmissing.so.1"}, tmp_path)

    assert "apt-get install -y --no-install-recommends libmissing1" in (
        (tmp_path / "apt.log").read_text()
    )


def test_a_failed_step_shows_its_last_line_and_where_the_rest_is(tmp_path, capsys):
    log = tmp_path / "step.log"

    with pytest.raises(Problem, match=f"no such package.*{log}"):
        processes.quietly("Making .venv", ["sh", "-c", "echo no such package; exit 1"], log=log)


def test_a_python_too_old_is_refused_before_anything_is_done(tmp_path):
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    command = [HOME / "launch" / "with-python", "run"]

    refused = subprocess.run(
        command, env=os.environ | {"PYTHON": str(old)}, capture_output=True, text=True, check=False
    )

    assert refused.returncode == 1
    assert "Python 3.11" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_everything_said_has_its_russian():
    calls = [
        call
        for file in (HOME / "launch").glob("*.py")
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in SPEAKERS
    ]
    said = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}

    assert said - set(words.russian()) == set()


SPEAKERS = {"say", "Problem", "started"}
