"""Whom a task may be asked of, and until when: as people choose it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Employee
from company.whom import Everybody
from company.worktime import WorkTime
from core import clock
from core.fields import MomentField
from tasks.lifecycle import SEE


def everybody(user) -> Everybody:
    """Not a login that is nobody's own, such as the workshop's tablet."""
    return Everybody(user, right=SEE)


def may_be_asked():
    return Employee.objects.working().filter(role__rights__contains=[SEE])


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
