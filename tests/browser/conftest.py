"""A real Chromium on a real server; a page that breaks the content policy fails its test."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from tests.browser.gate import Gate

AXE = Path(settings.BASE_DIR, "node_modules/axe-core/axe.min.js")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
# Playwright's loop lives in the test's own thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def live_server(live_server, transactional_db):
    """Stands still when the pages are closed and before the tables are emptied."""
    server = live_server.thread.httpd
    if not isinstance(server.get_app(), Gate):
        server.set_app(Gate(server.get_app()))
    server.get_app().open()
    yield live_server
    server.get_app().shut()


@pytest.fixture
def screen(chromium, live_server, login):
    """`screen(olga)` is Olga's page; `screen(olga, width=390, dark=True)` her phone at night."""
    opened, faults = [], []

    def open_(employee=None, *, width=1440, height=900, dark=False):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="ru-RU",
            color_scheme="dark" if dark else "light",
        )
        opened.append(context)
        if employee:
            session = login(employee).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session}
            context.add_cookies([{**cookie, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda message: faults.extend(policy_breach(page, message.text)))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        return page

    yield open_
    for context in opened:
        context.close()
    assert faults == []


def policy_breach(page, text):
    return [f"{page.url}: {text}"] if "Content Security Policy" in text else []


@pytest.fixture
def barriers():
    """`barriers(page)` names what axe finds wrong on it."""

    def check(page):
        page.evaluate(AXE.read_text())
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{page.url}: {rule['id']} {node['target']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return check
