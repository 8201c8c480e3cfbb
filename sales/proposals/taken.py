"""What the client has chosen, as forms post it: `option` for each option, `choice-<group>`."""

import re

_CHOICE = re.compile(r"choice-\d{1,3}")


def taken_in(posted) -> set[int]:
    """Keys of the lines; what is no key chooses nothing."""
    typed = posted.getlist("option")
    typed += [posted[name] for name in posted if _CHOICE.fullmatch(name)]
    return {int(text) for text in typed if text.isdecimal() and len(text) < 6}
