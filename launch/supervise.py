"""supervisord over everything that runs: restarts what falls, stops all in order."""

import contextlib
import http.client
import shlex
import socket
import subprocess
import tempfile
import xmlrpc.client
from dataclasses import dataclass
from pathlib import Path

from launch import HOME, PYTHON
from launch.processes import owned_by_unprivileged, tied, wait_until
from launch.words import Problem

CONFIGURATION = """\
[supervisord]
logfile = {log}/supervisor.log
logfile_maxbytes = 1MB
pidfile = {sockets}/supervisor.pid

[unix_http_server]
file = {sockets}/supervisor.sock

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
"""
# Groups stop one after another, the highest priority first.
GROUP = """
[group:{name}]
programs = {programs}
priority = {priority}
"""
PROGRAM = """
[program:{name}]
command = {command}
directory = {home}
autostart = false
autorestart = true
startretries = 1000
stopsignal = {signal}
stopwaitsecs = {patience}
killasgroup = true
redirect_stderr = true
stdout_logfile = {log}/{name}.log
stdout_logfile_maxbytes = 5MB
stdout_logfile_backups = 3
"""


@dataclass(frozen=True)
class Program:
    name: str
    command: list
    signal: str = "TERM"
    patience: int = 10

    def section(self, log):
        command = shlex.join(map(str, self.command)).replace("%", "%%")
        facts = {"name": self.name, "signal": self.signal, "patience": self.patience}
        return PROGRAM.format(command=command, home=HOME, log=log, **facts)


class Supervisor:
    def __init__(self, groups, *, log, sockets, environment):
        """groups: {name: [Program]}, started by name and stopped from the last to the first."""
        sections = [CONFIGURATION.format(log=log, sockets=sockets)]
        for priority, (name, programs) in enumerate(groups.items()):
            names = ",".join(program.name for program in programs)
            sections.append(GROUP.format(name=name, programs=names, priority=priority))
            sections += [program.section(log) for program in programs]
        settings = sockets / "supervisor.conf"
        settings.write_text("".join(sections))
        settings.chmod(0o600)
        command = [PYTHON, "-m", "supervisor.supervisord", "-n", "-s", "-c", settings]
        # A session of its own: Ctrl+C reaches this program alone, which then stops the rest.
        self.process = subprocess.Popen(
            [*tied(), *command], env=environment, cwd=HOME, start_new_session=True
        )
        self.rpc = xmlrpc.client.ServerProxy(
            "http://localhost", transport=UnixTransport(sockets / "supervisor.sock")
        )

    def start(self, group, name="*"):
        """What of the group is running already stays so."""
        if not wait_until(self.answers, seconds=30):
            raise Problem("The supervisor did not start.")
        self.rpc.supervisor.startProcess(f"{group}:{name}", False)

    def answers(self):
        try:
            return self.rpc.supervisor.getState()
        except OSError:
            return None

    def alive(self, group, name):
        info = self.rpc.supervisor.getProcessInfo(f"{group}:{name}")
        return info["statename"] in ("STARTING", "RUNNING")

    def stop(self):
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def socket_folder():
    """In /tmp whatever TMPDIR says: the path of a socket may have 107 letters."""
    with tempfile.TemporaryDirectory(prefix="naryad-", dir="/tmp") as folder:
        owned_by_unprivileged(folder)
        yield Path(folder)


class UnixTransport(xmlrpc.client.Transport):
    def __init__(self, path):
        super().__init__()
        self.path = str(path)

    def make_connection(self, host):
        connection = http.client.HTTPConnection(host)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(self.path)
        return connection
