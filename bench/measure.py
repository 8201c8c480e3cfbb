"""Measures a running product, size by size, and prints what came out; runs inside .venv.

Each size has a database of its own beside the one that DATABASE_URL names; what is loaded stays
and is used again on the same day, as long as neither the loader nor a migration changes.
"""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from bench import crowd, memory, money, table
from bench.cases import CASES, Stand
from bench.facts import facts
from bench.options import SIZES, USUAL, parser
from bench.rounds import measure
from bench.web import server
from launch import HOME

WORKER_MB, PAPERS_MB = 150, 250


def main(words) -> int:
    chosen = parser().parse_args(words)
    found = money.main(chosen) if chosen.money else pages(chosen)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def pages(chosen) -> dict:
    sizes = sorted(set(chosen.size or USUAL), key=SIZES.get)
    cases = [case for case in CASES if is_wanted(case, chosen.only)]
    with contextlib.ExitStack() as running:
        urls, stands, workers = {}, {}, {}
        for size in sizes:
            urls[size] = loaded(size)
            web = server(urls[size], log_folder() / f"web-{size}.log")
            process, port = running.enter_context(web)
            stands[size], workers[size] = Stand(port, facts(urls[size])), process.pid
        rows = table.lines(cases, measure(stands, cases, chosen.rounds))
        found = {"rows": [row.as_json() for row in rows]}
        print(table.text(rows))
        if not chosen.only:
            found |= further(stands, urls, workers)
    return found


def is_wanted(case, only) -> bool:
    """The floor always: without it nothing has a ratio."""
    return not only or case.name == "floor" or any(word in case.name for word in only)


def further(stands, urls, workers) -> dict:
    largest = list(stands)[-1]
    taken = crowd.crowd(stands[largest], urls[largest])
    held = max(memory.resident_mb(pid) for pid in memory.children(workers[largest]))
    command = [sys.executable, "-m", "bench.memory"]
    environment = os.environ | {"DATABASE_URL": urls[largest]}
    papers = subprocess.run(command, env=environment, cwd=HOME, capture_output=True, check=True)
    after_papers = float(papers.stdout)
    print()
    print(f"{crowd.ORDERS} orders at once by {crowd.CLIENTS} clients: {taken}")
    print(f"A web worker after all of it: {held:.0f} MB (≤ {WORKER_MB})")
    print(f"A process after {memory.PAPERS} papers: {after_papers:.0f} MB (≤ {PAPERS_MB})")
    return {"crowd": taken, "worker_mb": held, "papers_mb": after_papers}


def loaded(size) -> str:
    """The address of the database of this size, filled if it is not."""
    name = f"bench_{size}"
    url, given = beside(name), os.environ["DATABASE_URL"]
    if (mark := fingerprint()) == mark_of(given, name):
        return url
    execute(given, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    print(f"Loading {size}", flush=True)
    command = [sys.executable, "-m", "bench.load", str(SIZES[size])]
    environment = os.environ | {"DATABASE_URL": url}
    subprocess.run(command, env=environment, cwd=HOME, check=True)
    execute(given, f"COMMENT ON DATABASE {name} IS '{mark}'")
    return url


def beside(name) -> str:
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{name}"))


def mark_of(url, name):
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query, [name])
        return (cursor.fetchone() or [None])[0]


def execute(url, *statements):
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def fingerprint() -> str:
    """Of the day and of all that decides what is in the database."""
    digest = hashlib.sha256(time.strftime("%F").encode())
    loader = [HOME / "bench" / f"{name}.py" for name in
              ("load", "clients", "orders", "talks", "lives", "stories", "wares", "invented",
               "copying")]  # fmt: skip
    for path in [*loader, *sorted(HOME.glob("*/migrations/*.py"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def log_folder() -> Path:
    folder = Path(os.environ["DATA_DIR"]) / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
