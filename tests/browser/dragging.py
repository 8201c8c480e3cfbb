"""A card of a board is taken by the mouse to another column."""


def drag(page, words, state):
    card = page.locator(".board-card", has_text=words).locator("p").nth(1)
    start, end = card.bounding_box(), page.locator(f"[data-state={state}]").bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 15, steps=5)
    page.mouse.move(end["x"] + 40, end["y"] + 60, steps=15)
    page.wait_for_timeout(200)
    page.mouse.up()
