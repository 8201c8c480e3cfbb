"""Regulations, and what has become of what they ask for, in words."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from core import clock
from interactions.models.regulation import UNHELD, Rhythm
from interactions.regulations import occasions


class InForce(TextChoices):
    ON = "on", pgettext_lazy("regulation", "In force")
    OFF = "off", pgettext_lazy("regulation", "Switched off")


class Fate(TextChoices):
    KEPT = "kept", pgettext_lazy("regulation", "Kept")
    LATE = "late", pgettext_lazy("regulation", "Kept late")
    BROKEN = "broken", pgettext_lazy("regulation", "Broken")
    AHEAD = "ahead", pgettext_lazy("regulation", "Still ahead")
    DISMISSED = "dismissed", pgettext_lazy("regulation", "Called off")


def fate(due) -> Fate:
    """As the QuerySet's methods of the same names tell them apart; `with_contact` comes first."""
    if due.contacted_at:
        return Fate.KEPT if due.contacted_at < due.ends_at else Fate.LATE
    if due.call.status in UNHELD:
        return Fate.DISMISSED
    return Fate.AHEAD if due.ends_at > clock.now() else Fate.BROKEN


def rule(regulation) -> str:
    days = {"days": regulation.days}
    if regulation.rhythm == Rhythm.EVERY:
        text = ngettext(
            "A contact at least every %(days)s day",
            "A contact at least every %(days)s days",
            regulation.days,
        )
        return text % days
    known = occasions.all_of_them().get(regulation.occasion)
    label = known.label if known else "—"
    if regulation.rhythm == Rhythm.AFTER:
        text = ngettext(
            "%(days)s day after: %(what)s", "%(days)s days after: %(what)s", regulation.days
        )
    elif regulation.days:
        text = ngettext(
            "Every year, %(days)s day before: %(what)s",
            "Every year, %(days)s days before: %(what)s",
            regulation.days,
        )
    else:
        text = _("Every year: %(what)s")
    return text % {**days, "what": label}


def in_force(regulation) -> InForce:
    return InForce.ON if regulation.is_active else InForce.OFF


def whom(regulation) -> str:
    return regulation.segment.name if regulation.segment else _("All clients")
