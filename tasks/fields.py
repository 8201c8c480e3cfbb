"""Whom a task may be asked of, and until when: as people choose it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Department, Employee
from company.worktime import WorkTime
from core import clock
from core.fields import MomentField
from tasks.lifecycle import SEE


def may_be_asked():
    """Not a login that is nobody's own, such as the workshop's tablet."""
    return Employee.objects.working().filter(role__rights__contains=[SEE])


class Everybody:
    """All who may be asked, the reader first: `groups` to choose from, `of` what was chosen."""

    def __init__(self, user):
        people = list(may_be_asked().only("username", "post", *NAMED))
        own = [person for person in people if person.pk == user.pk]
        others = [person for person in people if person.pk != user.pk]
        departments = list(Department.objects.active())
        self.known = {f"e{each.pk}": each for each in people}
        self.known |= {f"d{each.pk}": each for each in departments}
        self.groups = [
            *[(f"e{user.pk}", _("Myself")) for _each in own],
            (_("Employees"), [(f"e{each.pk}", _named(each)) for each in others]),
            (_("Departments"), [(f"d{each.pk}", each.name) for each in departments]),
        ]

    def of(self, key: str) -> Employee | Department | None:
        return self.known.get(key)


NAMED = ("last_name", "first_name", "patronymic")


def _named(person):
    return f"{person.full_name}, {person.post}" if person.post else person.full_name


def key_of(whom) -> str:
    return f"{'e' if isinstance(whom, Employee) else 'd'}{whom.pk}"


class WhomField(forms.ChoiceField):
    """Answers an Employee or a Department; `everybody` is given by the form."""

    widget = forms.Select(
        attrs={
            "data-search": True,
            "data-placeholder": gettext_lazy("Choose a person or a department"),
        }
    )
    everybody: Everybody | None = None

    def meet(self, everybody):
        self.everybody = everybody
        self.choices = [("", ""), *everybody.groups]

    def clean(self, value):
        return self.everybody.of(super().clean(value))


class SeveralField(forms.MultipleChoiceField):
    widget = forms.SelectMultiple(
        attrs={"data-search": True, "data-remove": gettext_lazy("Not this one")}
    )
    everybody: Everybody | None = None

    def meet(self, everybody):
        self.everybody, self.choices = everybody, everybody.groups

    def clean(self, value):
        return [self.everybody.of(key) for key in super().clean(value)]


def written(moment) -> str:
    return f"{timezone.localtime(moment):{MomentField.SHAPE}}" if moment else ""


def terms() -> list[tuple[str, str]]:
    """Ends of working days, as they are named aloud."""
    work, today = WorkTime(clock.now()), clock.today()
    tomorrow = work.calendar.add(today, 1)
    is_tomorrow = tomorrow == today + timedelta(days=1)
    named = [
        (work.end_of(today), _("Today")),
        (work.end_of(tomorrow), _("Tomorrow") if is_tomorrow else _("Next working day")),
        (work.end_of(work.calendar.add(today, 3)), _("In three working days")),
        (work.end_of(work.calendar.add(today, 5)), _("In five working days")),
    ]
    chosen = [(written(moment), label) for moment, label in named if moment > clock.now()]
    return [("", _("Without a deadline")), *chosen]


def end_of_day(day):
    return WorkTime(clock.midnight(day)).end_of(day)
