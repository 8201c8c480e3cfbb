from datetime import timedelta

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from core import clock
from core.widgets import DayInput
from orders.models import Position
from orders.work_orders.lifecycle import POSITION_ROUTES, PositionStep
from orders.work_orders.verb_forms import VerbForm

RETURNABLE = (
    POSITION_ROUTES[PositionStep.SEND_BACK].sources | POSITION_ROUTES[PositionStep.RETURN].sources
)


class Outcome(TextChoices):
    WORK = "work", _("Somebody puts it right")
    BACK = "back", _("The position goes back for rework")
    WORDS = "words", _("Only noted")


class PositionChoice(forms.ModelChoiceField):
    def label_from_instance(self, position):
        return f"{position.ordinal}. {position.title} ({position.get_status_display()})"


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return f"{person.full_name}, {person.post}" if person.post else person.full_name


class RemarkForm(VerbForm):
    text = forms.CharField(
        label=pgettext_lazy("control", "Remark"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
    photo = forms.FileField(
        label=_("Photo"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"})
    )
    outcome = forms.ChoiceField(
        label=_("What follows"), choices=Outcome, widget=forms.RadioSelect, initial=Outcome.WORK
    )
    position = PositionChoice(
        label=_("Position"), queryset=None, required=False, empty_label=_("The whole order")
    )
    responsible = PersonChoice(
        label=_("Who puts it right"), queryset=None, required=False, empty_label="\u2014"
    )
    due_on = forms.DateField(label=_("Put right by"), required=False, widget=DayInput)

    def __init__(self, *args, order, **kwargs):
        tomorrow = clock.today() + timedelta(days=1)
        initial = {"responsible": order.manager_id, "due_on": tomorrow}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.fields["position"].queryset = Position.objects.filter(order=order).order_by("ordinal")
        self.fields["responsible"].queryset = Employee.objects.working()

    def clean(self):
        typed = super().clean()
        outcome, position = typed.get("outcome"), typed.get("position")
        if outcome == Outcome.BACK and not position:
            self.add_error("position", _("Choose the position that goes back."))
        elif outcome == Outcome.BACK and position.status not in RETURNABLE:
            self.add_error("position", _("This position is not made yet: nothing can go back."))
        if outcome == Outcome.WORK:
            for name in ("responsible", "due_on"):
                if not typed.get(name):
                    self.add_error(name, _("Say who puts it right and until when."))
        return typed


class SettleForm(VerbForm):
    note = forms.CharField(
        label=_("What was done"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
