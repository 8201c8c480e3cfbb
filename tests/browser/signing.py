"""The client's signature, drawn by mouse."""


def sign(page):
    box = page.locator("canvas.signature-pad").bounding_box()
    x, y = box["x"] + 40, box["y"] + 40
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(x + step * 12, y + (step % 3) * 25)
    page.mouse.up()
