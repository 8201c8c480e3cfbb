"""Run by core.pictures.child as a process of its own: a file comes in, a JPEG goes out.

It opens what strangers have made, so it is fenced before it reads a byte, and imports nothing of
ours: neither settings nor passwords are in its reach.
"""

import base64
import io
import resource
import struct
import sys
import warnings
import zipfile

NOTHING_INSIDE = 3  # the exit code of a file that holds no picture
MAX_OUT = 60 * 1024**2
MAX_INSIDE = 20 * 1024**2
SIDE_PX = 1600
LARGEST_SCALE = 4
SHEET_MM = 300
CLIPBOARD_BITMAP = 8


def main(task, content_type, max_pixels, memory, seconds):
    fence(int(memory), int(seconds))
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = int(max_pixels)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    data = sys.stdin.buffer.read()
    made = upright(data) if task == "upright" else preview(data, content_type)
    if made is None:
        sys.exit(NOTHING_INSIDE)
    sys.stdout.buffer.write(made)


def fence(memory, seconds):
    for limit, most in [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, MAX_OUT),
        (resource.RLIMIT_CORE, 0),
    ]:
        resource.setrlimit(limit, (most, most))


def upright(data):
    """The whole picture as it was seen, with its colours and without anything else."""
    from PIL import Image, ImageOps
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    with Image.open(io.BytesIO(data), formats=["JPEG", "HEIF"]) as image:
        icc = image.info.get("icc_profile")
        seen = ImageOps.exif_transpose(image)
    return jpeg(seen, quality=92, icc=icc)


def preview(data, content_type):
    draw = {
        "image/png": raster,
        "image/jpeg": raster,
        "application/pdf": pdf,
        "image/svg+xml": svg,
        "application/vnd.corel-draw": corel,
    }
    image = draw[content_type](data)
    if image is None:
        return None
    icc = image.info.get("icc_profile")
    image.thumbnail((SIDE_PX, SIDE_PX))
    return jpeg(image, quality=84, icc=icc)


def jpeg(image, *, quality, icc=None):
    """On white where one sees through."""
    from PIL import Image

    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        image = Image.new("RGB", seen.size, "white")
        image.paste(seen, mask=seen.getchannel("A"))
    kept = io.BytesIO()
    more = {"icc_profile": icc} if icc and image.mode == "RGB" else {}
    image.convert("RGB").save(kept, "JPEG", quality=quality, optimize=True, exif=b"", **more)
    return kept.getvalue()


def raster(data, formats=("PNG", "JPEG")):
    from PIL import Image, ImageOps

    image = Image.open(io.BytesIO(data), formats=formats)
    image.draft("RGB", (SIDE_PX, SIDE_PX))
    return ImageOps.exif_transpose(image)


def pdf(data):
    """The first page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if not len(document):
        return None
    page = document[0]
    largest = max(*page.get_size(), 1)
    return page.render(scale=min(SIDE_PX / largest, LARGEST_SCALE)).to_pil()


def svg(data):
    """On a sheet of paper, cut to what is drawn on it; nothing is fetched from anywhere."""
    from PIL import ImageOps
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    picture = base64.b64encode(data).decode()
    sheet = (
        f"<style>@page {{ size: {SHEET_MM}mm {SHEET_MM}mm; margin: 2mm }} body {{ margin: 0 }} "
        "img { width: 100%; height: 290mm; object-fit: contain }</style>"
        f'<img src="data:image/svg+xml;base64,{picture}">'
    )
    drawn = pdf(HTML(string=sheet, url_fetcher=URLFetcher(allowed_protocols={"data"})).write_pdf())
    box = ImageOps.invert(drawn.convert("L")).getbbox()
    return drawn.crop(box) if box else None


def corel(data):
    """The preview that CorelDRAW itself has put in, if it has."""
    inside = packed(data) if data[:4] == b"PK\x03\x04" else clipboard(data)
    return raster(inside, ("PNG", "JPEG", "BMP", "DIB")) if inside else None


def packed(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [
            entry
            for entry in archive.infolist()
            if entry.filename.startswith(("metadata/thumbnails/", "previews/"))
            and entry.filename.lower().endswith((".png", ".bmp", ".jpg"))
            and entry.file_size <= MAX_INSIDE
        ]
        if not found:
            return None
        largest = max(found, key=lambda entry: entry.file_size)
        with archive.open(largest) as file:
            return file.read(MAX_INSIDE)


def clipboard(data):
    """Of an older file: the bitmap that the system shows in its folders."""
    at = 12
    while at + 12 <= len(data):
        name, length, kind = struct.unpack_from("<4sII", data, at)
        if name == b"DISP" and kind == CLIPBOARD_BITMAP:
            return data[at + 12 : at + 8 + length]
        at += 8 + length + length % 2
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
