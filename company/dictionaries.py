"""Lists that the firm edits by itself: one small class each, the pages are made from it.

A dictionary of another app is a class under `@dictionary` in `<app>/dictionaries.py`; see
docs/howto.md. Entries are switched off and never deleted, so old records keep theirs.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, DateField, DecimalField, IntegerField
from django.forms import ModelForm, modelform_factory
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from company.forms.absence import AbsenceForm
from company.forms.bank_account import BankAccountForm
from company.forms.entry import EntryForm
from company.models import Absence, BankAccount, Department, Office, Stage, VatRegime
from core import registry
from core.fields import NumberField
from core.registry import NavItem


@dataclass(frozen=True)
class Cell:
    label: str
    value: Any
    kind: str  # text | number | date | flag

    @property
    def numeric(self):
        return self.kind == "number"


class Dictionary:
    """`fields` are edited, `columns` shown (the same unless named); `fixed` are typed only once.

    `form` is a subclass of EntryForm where the plain fields need more; `in_nav` gives the list its
    own line in the navigation; without it, it stands on the page of all dictionaries.
    """

    code: str  # the word of its address
    model: type
    title: str
    help = ""
    section = "settings"  # where it stands in the navigation: a code of core.frame.SECTIONS
    icon = "list-details"
    right = "company.change_dictionary"
    fields: tuple[str, ...] = ("name",)
    columns: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    form: type[ModelForm] = EntryForm
    in_nav = False
    order = 50

    @classmethod
    def has(cls, name) -> bool:
        return any(field.name == name for field in cls.model._meta.get_fields())

    @classmethod
    def ordered(cls) -> bool:
        return cls.has("ordering")

    @classmethod
    def switchable(cls) -> bool:
        return cls.has("is_active")

    @classmethod
    def entries(cls):
        """All of them, those in use first; foreign keys among the columns come along."""
        related = [
            name for name in cls.shown() if cls.model._meta.get_field(name).many_to_one is True
        ]
        rows = cls.model._default_manager.select_related(*related) if related else cls.model.objects
        first = ["-is_active"] if cls.switchable() else []
        return rows.order_by(*first, *cls.model._meta.ordering, "pk")

    @classmethod
    def shown(cls) -> tuple[str, ...]:
        return cls.columns or cls.fields

    @classmethod
    def heads(cls) -> list[Cell]:
        return [Cell(cls._label(name), None, cls._kind(name)) for name in cls.shown()]

    @classmethod
    def cells(cls, entry) -> list[Cell]:
        return [
            Cell(cls._label(name), cls._value(entry, name), cls._kind(name)) for name in cls.shown()
        ]

    @classmethod
    def form_class(cls, entry=None):
        """The form of one entry; what is fixed is left out once the entry is there."""
        left_out = cls.fixed if entry and entry.pk else ()
        fields = [name for name in cls.fields if name not in left_out]
        decimal = [each.name for each in cls.model._meta.fields if isinstance(each, DecimalField)]
        return modelform_factory(
            cls.model,
            form=cls.form,
            fields=fields,
            localized_fields="__all__",
            field_classes=dict.fromkeys(decimal, NumberField),
        )

    @classmethod
    def why_not_off(cls, entry) -> str | None:
        """A sentence, if this entry cannot be switched off now."""
        return None

    @classmethod
    def _label(cls, name):
        return capfirst(cls.model._meta.get_field(name).verbose_name)

    @classmethod
    def _kind(cls, name):
        field = cls.model._meta.get_field(name)
        if field.choices:
            return "text"
        kinds = {BooleanField: "flag", DateField: "date", DecimalField: "number"}
        kinds[IntegerField] = "number"
        return next((kind for known, kind in kinds.items() if isinstance(field, known)), "text")

    @classmethod
    def _value(cls, entry, name):
        field = cls.model._meta.get_field(name)
        value = getattr(entry, name)
        if field.choices:
            return getattr(entry, f"get_{name}_display")()
        if isinstance(field, ArrayField):
            words = dict(field.base_field.flatchoices)
            return ", ".join(str(words.get(item, item)) for item in value or ())
        return value


def dictionary(cls):
    registry.dictionaries[cls.code] = cls
    if cls.in_nav:
        registry.nav.append(
            NavItem(
                cls.section,
                cls.title,
                "company:dictionary",
                cls.icon,
                cls.right,
                cls.order,
                args=(cls.code,),
            )
        )
    return cls


def permitted(user) -> list[type[Dictionary]]:
    return registry.permitted(registry.dictionaries.values(), user)


@dictionary
class Offices(Dictionary):
    code = "offices"
    model = Office
    title = _("Offices")
    help = _("Where clients come. An order belongs to the office that took it.")
    icon = "building-store"
    right = "company.change_office"
    fields = ("name", "address", "phone", "hours")
    in_nav = True
    order = 30

    @classmethod
    def why_not_off(cls, entry):
        if entry.employees.working().exists():
            return _("Employees work in this office: give them another one first.")
        return None


@dictionary
class Departments(Dictionary):
    code = "departments"
    model = Department
    title = _("Departments")
    order = 10


@dictionary
class Stages(Dictionary):
    code = "stages"
    model = Stage
    title = _("Stages of the workshop")
    help = _("The promised date is counted from the capacity of each stage and its queue.")
    section = "shop"
    icon = "git-branch"
    right = "company.change_stage"
    fields = ("name", "minutes_per_day", "outside_days")
    in_nav = True
    order = 80


@dictionary
class VatRegimes(Dictionary):
    code = "vat"
    model = VatRegime
    title = _("VAT")
    help = _("A paper is printed with the rate of its date; a change is entered before its day.")
    section = "money"
    right = "company.change_firm"
    fields = ("valid_from", "percent")
    order = 80


@dictionary
class BankAccounts(Dictionary):
    code = "bank-accounts"
    model = BankAccount
    title = _("Bank accounts")
    help = _("Clients pay to the main one: invoices name it. Statements of all of them are read.")
    section = "money"
    right = "company.change_firm"
    fields = ("bank_name", "bik", "account", "correspondent_account", "is_main")
    form = BankAccountForm
    order = 79


@dictionary
class Absences(Dictionary):
    code = "absences"
    model = Absence
    title = _("Absences and deputies")
    help = _(
        "While somebody is away, their deputy answers what is asked of them; "
        "the calls that the firm owes fall to the whole desk."
    )
    icon = "beach"
    right = "company.change_absence"
    fields = ("employee", "first_day", "last_day", "deputy", "note")
    form = AbsenceForm
    in_nav = True
    order = 15
