"""What can be chosen: on the command line, in the environment or in .env."""

import argparse
import os
from pathlib import Path

from launch import HOME

ENVIRONMENT = """\
environment (or the file .env):
  DATABASE_URL  a PostgreSQL server, 17 or newer, instead of the embedded one:
                postgres://user:password@host:5432/database
  REDIS_URL     a Redis server instead of the embedded one: redis://host:6379/0
  EMAIL_URL     the mail server: smtp+tls://user:password@host:587;
                without it letters wait in the outbox and can be read there
  PUBLIC_URL    the address people type: http://192.168.1.10:8000 is served to the whole
                network; for https://… a reverse proxy on this machine is expected
"""


def parser():
    main = argparse.ArgumentParser(
        prog="./run",
        description="Starts Naryad on this machine and keeps it running until Ctrl+C.",
        epilog=ENVIRONMENT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main.add_argument("--port", type=port, default=8000, help="port of the web page (8000)")
    main.add_argument("--no-demo", action="store_true", help="start with an empty company")
    data = main.add_argument("--data", metavar="DIR", type=directory, default=default_data())
    data.help = "where database, files and logs are kept (var)"

    commands = main.add_subparsers(dest="command", title="other commands", metavar="")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", metavar="DIR", type=directory, default=argparse.SUPPRESS)
    backup = commands.add_parser("backup", parents=[shared], help="database and files → FILE")
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", parents=[shared], help="FILE → an empty database")
    restore.add_argument("file", type=Path)
    restore.add_argument("--force", action="store_true", help="replace what is there")
    commands.add_parser("remove-demo", parents=[shared], help="take the demo company away")
    manage = commands.add_parser("manage", help="manage.py with this database", add_help=False)
    manage.add_argument("words", nargs=argparse.REMAINDER)
    return main


def port(text):
    number = int(text)
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number


def directory(text):
    return Path(text).expanduser().resolve()


def default_data():
    return directory(os.environ.get("DATA_DIR") or HOME / "var")


def read_env_file(path=HOME / ".env"):
    """What the environment already says stays: the same rule as in the settings."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.lstrip().startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("'\""))
