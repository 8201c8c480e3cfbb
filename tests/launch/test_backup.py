"""What ./run backup wrote, ./run restore brings back on a machine that has nothing."""

import pytest

from launch import backup, postgres, servers
from launch.words import Problem
from tests import given
from tests.outside import environment

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """The tar of a firm with one order and one file."""
    order = given.order()
    files = tmp_path / "firm" / "media"
    files.mkdir(parents=True)
    (files / "sketch.txt").write_text("oval 600 × 800")
    tar = tmp_path / "naryad.tar"
    with backup.private(tar) as output:
        backup.perform("backup.sh", environment(DATA_DIR=str(files.parent)), stdout=output)
    return order, tar


def test_an_order_and_its_file_come_back_in_an_empty_cluster(saved, data):
    order, tar = saved

    with servers.running(data) as (_, there), tar.open("rb") as source:
        backup.perform("restore.sh", there, stdin=source)

        url = there["DATABASE_URL"]
        assert postgres.ask(url, f"SELECT total FROM orders_workorder WHERE id = {order.pk}") == (
            str(order.total)
        )
        assert (data / "media" / "sketch.txt").read_text() == "oval 600 × 800"


def test_a_full_database_is_not_written_over_unless_told(saved, data):
    _, tar = saved
    with servers.running(data) as (_, there):
        url = there["DATABASE_URL"]
        postgres.ask(url, "CREATE TABLE precious AS SELECT 1 AS row")

        with tar.open("rb") as source, pytest.raises(Problem, match="not empty"):
            backup.perform("restore.sh", there, stdin=source)
        assert postgres.ask(url, "SELECT row FROM precious") == "1"

        with tar.open("rb") as source:
            backup.perform("restore.sh", there, "--force", stdin=source)
        assert postgres.ask(url, "SELECT to_regclass('precious')") == ""


def test_a_broken_archive_changes_nothing(data, tmp_path):
    broken = tmp_path / "broken.tar"
    broken.write_bytes(b"not an archive")

    with servers.running(data) as (_, there):
        url = there["DATABASE_URL"]
        postgres.ask(url, "CREATE TABLE precious AS SELECT 1 AS row")

        with broken.open("rb") as source, pytest.raises(Problem):
            backup.perform("restore.sh", there, "--force", stdin=source)
        assert postgres.ask(url, "SELECT row FROM precious") == "1"
