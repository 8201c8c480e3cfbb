"""Who hears of what: the author of what is done with the task, whoever does it of the answer."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.assignment.actions import people_of
from company.notifications import notify
from core import cells, clock
from tasks.lifecycle import Step

SAID = {
    Step.FINISH: gettext_noop("%(who)s has done: %(what)s. %(note)s"),
    Step.ACCEPT: gettext_noop("%(who)s has accepted what you did: %(what)s"),
    Step.RETURN: gettext_noop("%(who)s returns for rework: %(what)s. %(note)s"),
    Step.CANCEL: gettext_noop("%(who)s has cancelled: %(what)s. %(note)s"),
    Step.EDIT: gettext_noop("%(who)s has changed the task: %(what)s. %(note)s"),
    Step.READDRESS: gettext_noop("%(who)s has readdressed: %(what)s. %(note)s"),
    Step.DECLINE: gettext_noop("%(who)s has declined: %(what)s. %(note)s"),
    Step.BEGIN: gettext_noop("%(who)s has taken into work: %(what)s"),
}
REMINDERS = {
    "reminder": gettext_noop("Reminder: %(what)s%(until)s"),
    "day_before": gettext_noop("The deadline is near: %(what)s%(until)s"),
    "due": gettext_noop("The deadline has passed: %(what)s%(until)s"),
}


def doers(task) -> list:
    return people_of(task.whom)


def tell_author(task, step, *, by, note=""):
    _tell([task.author], task, step, by, note)


def tell_doers(task, step, *, by, note=""):
    _tell(doers(task), task, step, by, note)


def tell_of_new_hands(task, before, *, by, note=""):
    """The author, and whoever had it in work; those it is given to are asked by other words."""
    _tell({task.author, *before}, task, Step.READDRESS, by, note)


def asked(task, *, by, note="") -> str:
    """What those who are asked read."""
    with in_words_of_the_firm():
        words = {"who": by.short_name, "what": task.title, "until": until(task), "note": note}
        return (_("%(who)s asks: %(what)s%(until)s. %(note)s") % words).strip(" .")


def reminder(task, code, *, is_late) -> str:
    with in_words_of_the_firm():
        text = _(REMINDERS[code]) % {"what": task.title, "until": until(task)}
        return _("%(text)s (this comes late)") % {"text": text} if is_late else text


def until(task) -> str:
    if task.deadline is None:
        return ""
    return _(", until %(moment)s") % {"moment": cells.moment(task.deadline)}


def in_words_of_the_firm():
    """What is stored is not in the language of whoever acts."""
    return translation.override(settings.LANGUAGE_CODE)


def _tell(people, task, step, by, note):
    with in_words_of_the_firm():
        words = {"who": by.short_name, "what": task.title, "note": note}
        text = (_(SAID[step]) % words).strip(" .")
    notify(
        [person for person in people if person.pk != by.pk],
        key=f"task-{task.pk}-{step}-{clock.now().isoformat()}",
        text=text,
        url=task.get_absolute_url(),
    )
