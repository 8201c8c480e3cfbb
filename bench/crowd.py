"""Fifty orders taken at once by eight clients: no gap, no double, no deadlock."""

import threading
import time
from queue import Empty, SimpleQueue

import psycopg2

from bench.browser import Browser, WrongAnswer
from bench.cases import PASSWORD, Stand, press, typed

ORDERS, CLIENTS = 50, 8
NUMBERS = "SELECT year, seq FROM orders_workorder WHERE seq > 0 AND id > %s ORDER BY year, seq"


def crowd(stand: Stand, url: str) -> dict:
    """What went wrong, and how long all of it took."""
    before = _ask(url, "SELECT coalesce(max(id), 0) FROM orders_workorder")[0][0]
    deadlocks = _deadlocks(url)
    waiting, failures = SimpleQueue(), []
    for _ in range(ORDERS):
        waiting.put(typed(stand))
    browsers = [Browser(stand.port) for _ in range(CLIENTS)]
    for browser in browsers:
        browser.login("manager", PASSWORD)
    threads = [threading.Thread(target=_take, args=(each, waiting, failures)) for each in browsers]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    numbers = _ask(url, NUMBERS, before)
    seqs = [seq for _year, seq in numbers]
    return {
        "orders": len(numbers),
        "seconds": round(seconds, 2),
        "failures": failures,
        "doubles": len(numbers) - len(set(numbers)),
        "gaps": max(seqs) - min(seqs) + 1 - len(set(seqs)) if seqs else 0,
        "deadlocks": _deadlocks(url) - deadlocks,
    }


def is_clean(found: dict) -> bool:
    wrong = found["failures"] or found["doubles"] or found["gaps"] or found["deadlocks"]
    return found["orders"] == ORDERS and not wrong


def _take(browser, waiting, failures):
    while True:
        try:
            fields = waiting.get_nowait()
        except Empty:
            return
        try:
            press(browser, fields)
        except (WrongAnswer, OSError) as error:
            failures.append(str(error)[:200])


def _deadlocks(url) -> int:
    query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    return _ask(url, query)[0][0]


def _ask(url, query, *values):
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()
