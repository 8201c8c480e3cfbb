"""The firm and its people."""

from datetime import date, timedelta
from itertools import count

from company.models import (
    Absence,
    CalendarException,
    Department,
    Employee,
    Firm,
    Office,
    Role,
    Stage,
    VatRegime,
)
from company.models.employee import ROBOT
from core import clock
from crm.access import load_roles
from crm.demo import people
from interactions import usual
from interactions.models import InteractionKind, InteractionPurpose, InteractionResult

PASSWORD = "зеркало-в-раме-7"


_numbers = count(1)


def firm() -> Firm:
    """The firm with its roles, one office, stages and the robot; quick where it is there."""
    if found := Firm.objects.filter(pk=1).first():
        return found
    load_roles()
    usual.load(InteractionKind, InteractionResult, InteractionPurpose)  # a browser test empties all
    for since, percent in ((date(2025, 1, 1), 20), (date(2026, 1, 1), 22)):
        VatRegime.objects.create(valid_from=since, percent=percent)
    Department.objects.create(name="Отдел приёма заказов")
    Stage.objects.bulk_create(
        Stage(code=code, name=name, minutes_per_day=minutes, outside_days=days, ordering=place)
        for place, (code, name, minutes, days) in enumerate(people.STAGES)
    )
    Employee.objects.create(
        username=ROBOT, last_name="Наряд", role=role("admin"), office=office(), password="!"
    )
    return Firm.objects.create(pk=1, **people.FIRM)


def office(name="Офис на Таганке", **fields) -> Office:
    found = Office.objects.filter(name=name).first()
    address = {"address": "г. Москва, ул. Марксистская, д. 10", "phone": "+7 495 000-12-34"}
    return found or Office.objects.create(name=name, **{**address, **fields})


def department(name="Отдел приёма заказов") -> Department:
    return Department.objects.get_or_create(name=name)[0]


def role(code="manager", *, rights=None, **fields) -> Role:
    """A role of crm/access.py; with rights, a new one that may exactly this."""
    if rights is None:
        return Role.objects.get(code=code)
    code = f"{code}-{next(_numbers)}"
    return Role.objects.create(code=code, name=code, rights=sorted(rights), **fields)


def employee(role_code="manager", username="", *, may=None, **fields) -> Employee:
    """Somebody of the role; `may` names the only rights that this person has."""
    number = next(_numbers)
    fields.setdefault("last_name", f"Сотрудник{number}")
    fields.setdefault("first_name", "Ольга")
    fields.setdefault("role", role(role_code, rights=may))
    fields.setdefault("office", office())
    return Employee.objects.create_user(username or f"{role_code}{number}", PASSWORD, **fields)


def absence(of, deputy, *, days=1):
    """Away from today on."""
    today = clock.today()
    return Absence.objects.create(
        employee=of, deputy=deputy, first_day=today, last_day=today + timedelta(days=days - 1)
    )


def free_day(day: date) -> CalendarException:
    return CalendarException.objects.create(day=day, is_working=False)
