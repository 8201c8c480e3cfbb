"""What a warning that was set aside was about: a line keeps the warning's code and the reason."""

from django.utils.translation import gettext_lazy as _

ABOUT = {
    "glass_class": _("pieces of glass against the class"),
    "sheet_size": _("larger than the sheet"),
    "unsuitable": _("work not meant for the material"),
    "tempered_mirror": _("a tempered mirror"),
    "tempered_material": _("tempering of a material that is not tempered"),
    "tempered_small": _("tempering of a small piece"),
    "tempered_raw_edge": _("tempering without a worked edge"),
    "hole_edge": _("a hole near the edge"),
    "hole_corner": _("a hole near the corner"),
    "hole_hole": _("holes near each other"),
    "hole_narrow": _("a hole narrower than the glass is thick"),
    "facet_thin": _("a facet on thin glass"),
    "facet_wide": _("a wide facet"),
}


def departure(code: str, reason: str) -> str:
    """Codes of unsuitable works end in the work's own code."""
    about = ABOUT.get("unsuitable" if code.startswith("unsuitable_") else code)
    return f"{about}: {reason}" if about else reason
