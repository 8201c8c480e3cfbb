"""Where, when and by whom a picture was taken: cut out without touching the picture itself."""

import re
import struct

ICC, ADOBE, JFIF = b"ICC_PROFILE\0", b"Adobe", b"JFIF\0"
APP0, APP2, APP14, APP15 = 0xE0, 0xE2, 0xEE, 0xEF
COMMENT, SCAN, END, FILLING = 0xFE, 0xDA, 0xD9, 0xFF
KEPT_OF = {APP0: JFIF, APP2: ICC, APP14: ADOBE}
# Within the picked-up light a 0xFF is followed by 0, by a restart mark, or by another 0xFF.
NEXT_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_WORDS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}


class Malformed(Exception):
    pass


def bare_jpeg(data: bytes) -> bytes:
    """Without EXIF, XMP, comments and what cameras hang behind the end; colours stay."""
    kept = [part for mark, part in _parts(data) if _stays(mark, part[4:16])]
    return b"".join([data[:2], *kept])


def _parts(data):
    """Each mark with what belongs to it, up to the mark of the end."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 1 < len(data):
        mark = data[at + 1]
        if mark == FILLING:
            at += 1
            continue
        end = at + 2 if mark == END else _end_of(data, at, mark)
        yield mark, data[at:end]
        if mark == END:
            return
        at = end
    raise Malformed


def _end_of(data, at, mark) -> int:
    if at + 4 > len(data):
        raise Malformed
    end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
    if mark != SCAN:
        return end
    found = NEXT_MARK.search(data, end)
    if not found:
        raise Malformed
    return found.start()


def _stays(mark, beginning):
    if mark in KEPT_OF:
        return beginning.startswith(KEPT_OF[mark])
    return not (APP0 <= mark <= APP15 or mark == COMMENT)


def bare_png(data: bytes) -> bytes:
    """Without EXIF, words and what hangs behind the end."""
    kept, at = [PNG_HEAD], len(PNG_HEAD)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if name not in PNG_WORDS:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end
    raise Malformed
