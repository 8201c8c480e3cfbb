from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from company.whom import WhomField
from core import clock
from core.fields import MomentField, PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from tasks.content import TaskContent
from tasks.fields import SeveralField, end_of_day, everybody, terms, written
from tasks.lifecycle import Priority

TEXT = {"widget": forms.Textarea(attrs={"rows": 3}), "max_length": 4000, "required": False}


# What stands in the chain of hands is short.
NOTE = {**TEXT, "max_length": 500}


class LineForm(forms.Form):
    """A task in one line: whom, what, until which day."""

    whom = WhomField(label=gettext_lazy("Whom"))
    title = PlainTextField(label=gettext_lazy("What is to be done"), max_length=200)
    day = forms.DateField(label=pgettext_lazy("task", "Until"), required=False, widget=DayInput)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whom"].meet(everybody(by))

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day and end_of_day(day) <= clock.now():
            raise forms.ValidationError(_("This day is over: name a later one."))
        return day

    def content(self, about) -> TaskContent:
        typed = self.cleaned_data
        day = typed["day"]
        deadline = end_of_day(day) if day else None
        return TaskContent(title=typed["title"], deadline=deadline, about=about)


class ContentForm(forms.Form):
    """What is asked, without whom: the same when a task is set and when it is changed."""

    title = PlainTextField(
        label=gettext_lazy("What is to be done"),
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    text = PlainTextField(label=gettext_lazy("In more words"), **TEXT)
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"), choices=Priority, coerce=int, initial=Priority.NORMAL
    )
    deadline = MomentField(label=pgettext_lazy("task", "Deadline"))
    remind_at = MomentField(
        label=gettext_lazy("Remind at"),
        help_text=gettext_lazy("Under the bell and by e-mail."),
    )


class AddForm(ContentForm):
    whom = SeveralField(
        label=gettext_lazy("Whom"),
        help_text=gettext_lazy("Several people or departments: each gets a task of their own."),
    )
    term = forms.ChoiceField(label=pgettext_lazy("task", "Deadline"), required=False)
    deadline = MomentField(label=gettext_lazy("Or another day and hour"))
    items = PlainTextField(
        label=gettext_lazy("Check list"),
        help_text=gettext_lazy("Each line is one thing to tick."),
        **TEXT,
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whom"].meet(everybody(by))
        self.fields["term"].choices = terms()
        self._say_once()

    def _say_once(self):
        """A deadline that is known beforehand stands in one of the two fields, never beside
        “Without a deadline”."""
        known = self.initial.get("deadline")
        named = known if isinstance(known, str) else written(known)
        self.initial["deadline"] = named
        if named in dict(self.fields["term"].choices):
            self.initial |= {"term": named, "deadline": ""}
        elif named:
            choices = self.fields["term"].choices[1:]
            self.fields["term"].choices = [("", _("Another day, named beside")), *choices]

    def clean(self):
        typed = super().clean()
        is_named = written(typed.get("deadline")) not in {"", self.initial.get("deadline", "")}
        if typed.get("term") and not is_named:
            typed["deadline"] = MomentField().clean(typed["term"])
        return typed

    def content(self, about, template) -> TaskContent:
        typed = self.cleaned_data
        lines = (line.strip() for line in typed["items"].splitlines())
        facts = {name: typed[name] for name in ContentForm.base_fields}
        items = tuple(line[:200] for line in lines if line)
        return TaskContent(**facts, items=items, about=about, template=template)


class FinishForm(VerbForm):
    note = PlainTextField(
        label=gettext_lazy("What was done"), **TEXT | {"widget": forms.Textarea({"rows": 2})}
    )


class RemarkForm(VerbForm):
    remark = PlainTextField(
        label=gettext_lazy("What is to be put right"), **TEXT | {"required": True}
    )
    deadline = MomentField(
        label=gettext_lazy("New deadline"),
        help_text=gettext_lazy("Empty: the deadline stays."),
    )


class CancelForm(VerbForm):
    reason = PlainTextField(label=gettext_lazy("Why it is not needed any more"), **NOTE)


class RemindForm(forms.Form):
    at = MomentField(label=gettext_lazy("Remind at"))


class ItemForm(forms.Form):
    text = PlainTextField(label=gettext_lazy("What is to be done"), max_length=200)
