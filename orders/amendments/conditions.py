"""Why a step of an amendment is not possible now: each answers a sentence, or None."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def is_decided(amendment):
    from orders.amendments import decisions

    return decisions.objection(amendment)


def touches_what_is_begun(amendment):
    if amendment.unconsented():
        return None
    return _("The workshop has begun nothing of what changes: no consent is needed.")


def is_consented_to(amendment):
    if not (begun := amendment.unconsented()):
        return None
    return ngettext(
        "The workshop has begun position %(numbers)s already: ask the foreman first.",
        "The workshop has begun positions %(numbers)s already: ask the foreman first.",
        len(begun),
    ) % {"numbers": ", ".join(str(position.ordinal) for position in begun)}
