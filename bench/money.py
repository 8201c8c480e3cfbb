"""Invoices, calls about payments and the bank, at 300,000 open invoices and a million payments:
`./bench/run --money`. The pages are asked in a small and in that base; the morning's calls and a
statement of 10,000 lines are timed as the worker does them.
"""

import contextlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from time import perf_counter

from bench import memory, table
from bench.cases import CASES, Stand
from bench.rounds import measure
from bench.web import server
from launch import HOME

SIZES = {"10k": 10_000, "300k": 300_000}
PAGES = ("floor", "overdue", "totals, overdue", "debt by age")
LINES = 10_000
CALLS_SECONDS, LINES_SECONDS = 10, 20


def main(chosen) -> dict:
    from bench.measure import log_folder

    with contextlib.ExitStack() as running:
        urls = {size: loaded(size) for size in SIZES}
        stands = {}
        for size, url in urls.items():
            _web, port = running.enter_context(server(url, log_folder() / f"web-money-{size}.log"))
            stands[size] = Stand(port, None)
        cases = [case for case in CASES if case.name in PAGES]
        rows = table.lines(cases, measure(stands, cases, chosen.rounds))
    print(table.text(rows))
    command, environment = [sys.executable, "-m", "bench.money"], environment_of(urls["300k"])
    said = subprocess.run(command, env=environment, cwd=HOME, capture_output=True, check=True)
    worked = json.loads(said.stdout)
    print()
    print("{calls} calls about payments: {calls_seconds} s (≤ {most} s)".format(
        **worked, most=CALLS_SECONDS))  # fmt: skip
    print("A statement of {lines} lines, {booked} booked: {lines_seconds} s (≤ {most} s), {mb} MB"
          .format(**worked, most=LINES_SECONDS))  # fmt: skip
    return {"rows": [row.as_json() for row in rows], **worked}


def loaded(size) -> str:
    """Each time anew: what is measured uses it up."""
    from bench.measure import beside, execute

    name = f"bench_money_{size}"
    execute(
        os.environ["DATABASE_URL"], f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"
    )
    print(f"Loading {size} open invoices", flush=True)
    command = [sys.executable, "-m", "bench.debts", str(SIZES[size])]
    subprocess.run(command, env=environment_of(beside(name)), cwd=HOME, check=True)
    return beside(name)


def environment_of(url) -> dict:
    return os.environ | {"DATABASE_URL": url}


def worked() -> dict:
    """In a process of its own, as a worker."""
    calls, calls_seconds = next_mornings_calls()
    booked, lines_seconds = a_statement(LINES)
    return {
        "calls": calls,
        "calls_seconds": calls_seconds,
        "lines": LINES,
        "booked": booked,
        "lines_seconds": lines_seconds,
        "mb": round(memory.resident_mb("self")),
    }


def next_mornings_calls():
    from company.calendar import WorkCalendar
    from core import clock
    from orders.money.debts.planning import plan_due_calls

    today = clock.today()
    days = (WorkCalendar(today).add(today, 1) - today).days
    with clock.at(clock.midnight(today) + timedelta(days=days, hours=7)):
        begun = perf_counter()
        made = plan_due_calls()
        return made, round(perf_counter() - begun, 1)


def a_statement(lines):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from bench import bank
    from company.models import Employee
    from core import clock, jobs
    from orders import actions
    from orders.models import Invoice

    wanted = Invoice.objects.open().order_by("pk").values_list("seq", "open_amount", "client")
    content = bank.statement(lines, list(wanted[: 3 * lines]), clock.today())
    by = Employee.objects.get(username="accountant")
    begun = perf_counter()
    loaded = actions.upload_statement(SimpleUploadedFile("kl_to_1c.txt", content), by=by)
    jobs.run_job(loaded.job_id)
    return loaded.lines.booked().count(), round(perf_counter() - begun, 1)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    print(json.dumps(worked()))
