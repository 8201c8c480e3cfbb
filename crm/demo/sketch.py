"""A drawing that stands for an artist's sketch of a piece of stained glass."""

import io
import random

from PIL import Image, ImageDraw

GLASS = ["#7fb7be", "#d3f3ee", "#dacc3e", "#bc2c1a", "#7d1538", "#4f8a5b", "#e7e0c9"]


def png(position) -> bytes:
    chance = random.Random(position.pk)
    picture = Image.new("RGB", (600, 800), "#f6f2e8")
    draw = ImageDraw.Draw(picture)
    columns, rows = 4, 5
    points = [
        [(x * 150 + _off(chance, x, columns), y * 160 + _off(chance, y, rows)) for x in range(5)]
        for y in range(6)
    ]
    for y in range(rows):
        for x in range(columns):
            corners = [points[y][x], points[y][x + 1], points[y + 1][x + 1], points[y + 1][x]]
            draw.polygon(corners, fill=chance.choice(GLASS), outline="#222", width=6)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _off(chance, place, last):
    return 0 if place in {0, last} else chance.randint(-45, 45)
