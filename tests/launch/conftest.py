"""Servers made for one test, from the wheels of the Python that runs the tests."""

import sys
import tempfile
from pathlib import Path

import pytest

from launch import postgres, redis, servers, supervise


@pytest.fixture(autouse=True)
def wheels_of_this_python(monkeypatch):
    monkeypatch.setattr(postgres, "VENV", Path(sys.prefix))
    monkeypatch.setattr(redis, "VENV", Path(sys.prefix))
    monkeypatch.setattr(supervise, "PYTHON", sys.executable)


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def data(monkeypatch):
    """An empty data folder of a machine on which no server address is set."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    # Not tmp_path: as root the servers run as nobody, who may not enter pytest's folders.
    with tempfile.TemporaryDirectory(prefix="naryad-test-") as folder:
        Path(folder).chmod(0o711)
        data = Path(folder) / "data"
        servers.make_folders(data)
        yield data
