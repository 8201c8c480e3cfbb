"""The web server as production runs it, one for each database."""

import contextlib
import os
import subprocess
import sys
import urllib.error
import urllib.request

from launch import HOME
from launch.processes import tied, wait_until
from launch.redis import free_port


@contextlib.contextmanager
def server(url, log, port=None):
    """Yields the process and its port, once it answers."""
    port = port or free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "SECURE": "False",
        "DEBUG": "False",
    }
    with log.open("w") as output:
        process = subprocess.Popen(
            [*tied(), *command, "crm.wsgi:application"],
            env=environment,
            cwd=HOME,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        if not wait_until(lambda: _answers(port), seconds=60):
            raise RuntimeError(f"The web server did not start: {log}")
        yield process, port
    finally:
        process.terminate()
        process.wait()


def _answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
