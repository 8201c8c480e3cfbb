"""Whom something is given to, as people choose it: an employee or a department."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Department, Employee

NAMED = ("last_name", "first_name", "patronymic")


class Everybody:
    """All who work and have `right`, the reader first: `groups` to choose from, `of` what was
    chosen. `without` is somebody whom it is taken from."""

    def __init__(self, user, *, right="", without=None):
        people = Employee.objects.working()
        if right:
            people = people.filter(role__rights__contains=[right])
        shown = people.only("username", "post", "is_active", *NAMED)
        people = [person for person in shown if without is None or person.pk != without.pk]
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


def _named(person):
    return f"{person.full_name}, {person.post}" if person.post else person.full_name


def key_of(whom) -> str:
    return f"{'e' if isinstance(whom, Employee) else 'd'}{whom.pk}"


def of_key(key: str) -> Employee | Department:
    people = Employee.objects.select_related("office", "role")
    return (people if key.startswith("e") else Department.objects).get(pk=key[1:])


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
