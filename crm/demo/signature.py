"""A scribble that stands for a client's signature."""

import io
import math
import random

from PIL import Image, ImageDraw


def png(number: int) -> bytes:
    chance = random.Random(number)
    picture = Image.new("RGBA", (300, 110), (0, 0, 0, 0))
    wide, fast = chance.uniform(18, 38), chance.uniform(0.25, 0.5)
    points = [
        (20 + x * 2.4, 55 - math.sin(x * fast) * wide * (1 - x / 130) - x * 0.1)
        for x in range(0, 105, 2)
    ]
    ImageDraw.Draw(picture).line(points, fill=(25, 40, 110, 255), width=4, joint="curve")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
