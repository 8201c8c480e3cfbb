"""Bytes into text. What the file says of its own encoding is never trusted: files that call
themselves Windows are UTF-8 as often as not."""

import codecs
import re

from django.utils.translation import gettext as _

from core.errors import Refused
from orders.money.statements.words import KEYS

MAX_BYTES = 50 * 1024 * 1024
HEAD = 400
DAMAGED = "\ufffd"
DAMAGED_SHARE = 100  # one letter of so many, and the names are gone for good
# Control characters but the ends of lines, and what turns or hides writing; a tab is a space.
_HIDDEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def decoded(content: bytes) -> tuple[str, str]:
    """(text, encoding). Refused where no text of a bank can be in it."""
    if len(content) > MAX_BYTES:
        raise Refused(
            _("The file is larger than %(limit)s MB: ask the bank for a shorter period.")
            % {"limit": MAX_BYTES // 1024 // 1024}
        )
    if not content.strip():
        raise Refused(_("The file is empty."))
    if b"\x00" in content:
        raise Refused(
            _("This is not a text file. Ask the bank for an export for 1C (kl_to_1c.txt).")
        )
    text, encoding = _text_of(content)
    if text.count(DAMAGED) * DAMAGED_SHARE > len(text):
        raise Refused(
            _(
                "The letters of this file were lost when it was saved: they cannot be read any"
                " more. Export it from the bank once more and do not open it on the way."
            )
        )
    return _HIDDEN.sub("", text.replace("\t", " ")), encoding


def _text_of(content):
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace"), "utf-8-sig"
    try:
        # Not final: a file that was cut off inside a letter is UTF-8 still.
        return codecs.getincrementaldecoder("utf-8")().decode(content), "utf-8"
    except UnicodeDecodeError:
        encoding = "cp866" if _is_of_dos(content[:HEAD]) else "cp1251"
        return content.decode(encoding, errors="replace"), encoding


def _is_of_dos(head):
    """Only bytes of cp866 spell the key so, whatever is said behind it."""
    return f"{KEYS['encoding']}=" in head.decode("cp866").lower()
