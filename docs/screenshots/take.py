"""Takes the pictures of README from a running demo: `python docs/screenshots/take.py [URL]`."""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

HERE = Path(__file__).parent
PASSWORD = "naryad-demo"
SIZE = {"width": 1440, "height": 900}
MIRROR = {"item": "Зеркало серебро 4 мм", "width_mm": "600", "height_mm": "800", "facet_mm": "15"}
SWITCHES = ["--no-sandbox", "--disable-gpu"]


def take_all(url):
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        manager = logged_in(browser, url, "manager")
        take(today(manager), "today")
        take(ready_order(manager), "order")
        take(new_order(manager), "new-order")
        take(queue(logged_in(browser, url, "foreman")), "queue")
        browser.close()


def logged_in(browser, url, username):
    context = browser.new_context(base_url=url, viewport=SIZE, locale="ru-RU")
    page = context.new_page()
    page.goto("/login/")
    page.locator("#id_username").fill(username)
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login/" not in address)
    return page


def today(page):
    page.goto("/")
    return page


def ready_order(page):
    page.goto("/orders/?chip=ready")
    page.locator("a.row-link").first.click()
    page.locator("#papers").wait_for()
    return page


def new_order(page):
    """A known client, a mirror with a facet, a prepayment; nothing is sent."""
    page.goto("/orders/new/")
    if page.locator("#restored").is_visible():
        page.keyboard.press("Alt+x")
        page.locator("#restored").wait_for(state="detached")
    page.locator("#id_phone").press_sequentially("иван")
    page.locator(".client-option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".known-client-name").wait_for()
    for name, value in MIRROR.items():
        page.locator(f"[name=line-0-{name}]").fill(value)
    page.locator("#line-0-result svg").first.wait_for()
    page.locator("#id_amount").fill("1000")
    expect(page.locator("#sum-bar")).to_contain_text("770,00")
    expect(page.locator("#draft-state")).to_have_attribute("data-state", "kept")
    return page


def queue(page):
    page.goto("/production/queue/")
    return page


def take(page, name):
    """A palette of 256 colours is a quarter of the bytes, and nobody sees it."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    take_all(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
