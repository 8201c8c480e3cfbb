"""./run from the first line to Ctrl+C."""

import errno
import http.client
import os
import shutil
import socket
import subprocess
from urllib.parse import urlsplit

from launch import HOME, PYTHON, install, processes, servers, static, system_packages
from launch.supervise import Program
from launch.words import Problem, say

REQUIREMENTS = ["requirements.txt", "requirements-run.txt"]
NEEDED_MB = 300


def run(chosen):
    data = chosen.data
    url = os.environ.get("PUBLIC_URL") or f"http://localhost:{chosen.port}"
    claimed = servers.claim(data)
    if claimed is None:
        raise Problem("Naryad already runs with this data: {data}", data=data)
    host = interface(url)
    refuse_taken_port(host, chosen.port)
    refuse_full_disk(data)
    make_ready(data)
    application = programs(data, f"{host}:{chosen.port}")
    with claimed, servers.running(data, application=application, **about(url, chosen)) as started:
        supervisor, environment = started
        servers.publish(claimed, environment)
        prepare(data, environment)
        supervisor.start("application", "web")
        await_page(chosen.port, data / "log" / "web.log")
        supervisor.start("application")
        print((data / "welcome").read_text(), end="")
        say("Naryad is at {url}  (Ctrl+C stops it)", url=url)
        return supervisor.process.wait()


def make_ready(data):
    servers.make_folders(data)
    system_packages.ensure(system_packages.PRODUCT, data / "log")
    install.everything(REQUIREMENTS, data / "log")


def about(url, chosen):
    hosts = ["localhost", "127.0.0.1", "[::1]", urlsplit(url).hostname]
    return {
        "PUBLIC_URL": url,
        "ALLOWED_HOSTS": os.environ.get("ALLOWED_HOSTS") or ",".join(hosts),
        "SECURE": str(url.startswith("https:")),
        "DEMO": str(not chosen.no_demo),
    }


def interface(url):
    """Demo passwords are known to all: the network is served only when its address is given."""
    parts = urlsplit(url)
    local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return "127.0.0.1" if local or parts.scheme == "https" else "0.0.0.0"


def refuse_taken_port(host, port):
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Problem(
                "Port {port} is taken. Another one: ./run --port {other}",
                port=port,
                other=port + 1,
            ) from None
        raise Problem("Port {port}: {why}", port=port, why=error.strerror) from None


def refuse_full_disk(place, needed_mb=NEEDED_MB):
    free_mb = shutil.disk_usage(place).free // 2**20
    if free_mb < needed_mb:
        raise Problem(
            "The disk is full: {free} MB are free at {place}, {needed} MB are needed.",
            free=free_mb,
            place=place,
            needed=needed_mb,
        )


def programs(data, address):
    web = ["gunicorn", "--bind", address, "crm.wsgi:application"]
    celery = ["celery", "-A", "crm.celery:app"]
    worker = ["worker", "--concurrency=2", "--without-gossip", "--without-mingle"]
    beat = ["beat", "--schedule", data / "beat", "--pidfile="]
    return [
        Program("web", [*processes.tied(), PYTHON, "-m", *web]),
        # Nice: pages come before jobs. QUIT: what is not done by then is taken up again.
        Program(
            "worker",
            [*processes.tied("QUIT"), "nice", "-n", "5", PYTHON, "-m", *celery, *worker],
            signal="QUIT",
        ),
        Program("beat", [*processes.tied(), PYTHON, "-m", *celery, *beat]),
    ]


def prepare(data, environment):
    """All that needs Django, in one process: its start is the slow part."""
    log = data / "log" / "prepare.log"
    command = [*processes.tied(), PYTHON, "-m", "launch.prepare"]
    with static.collected(data, environment), log.open("w") as output:
        done = subprocess.run(command, env=environment, cwd=HOME, stderr=output, check=False)
        if done.returncode:
            raise processes.failure(log)


def await_page(port, log):
    if not processes.wait_until(lambda: page_answers(port), seconds=60, step=0.2):
        raise processes.failure(log)


def page_answers(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def manage(data, words):
    make_ready(data)
    with servers.available(data) as environment:
        command = [PYTHON, "manage.py", *words]
        return subprocess.run(command, env=environment, cwd=HOME, check=False).returncode
