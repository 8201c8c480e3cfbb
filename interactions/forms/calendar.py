from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interactions.calendar import whose
from interactions.calendar.shown import LONGEST


class WrittenMomentField(forms.Field):
    """2026-11-23T10:00:00+03:00, as a script writes it; without a zone it is the firm's."""

    def to_python(self, value) -> datetime | None:
        if not value:
            return None
        try:
            moment = parse_datetime(value.replace(" ", "+"))
        except ValueError:
            moment = None
        if moment is None:
            raise forms.ValidationError(_("This is no moment."))
        return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


class WhatForm(forms.Form):
    whose = forms.ChoiceField(
        label=gettext_lazy("Whose calendar"),
        widget=forms.Select(attrs={"class": "form-select", "data-search": True}),
    )

    def __init__(self, user, **kwargs):
        super().__init__(**kwargs)
        self.fields["whose"].choices = whose.choices(user)


class RangeForm(forms.Form):
    start = WrittenMomentField()
    end = WrittenMomentField()

    def clean(self):
        typed = super().clean()
        start, end = typed.get("start"), typed.get("end")
        if start and end and not start < end <= start + LONGEST:
            raise forms.ValidationError(_("At most six weeks are shown at once."))
        return typed


class DragForm(forms.Form):
    start = WrittenMomentField()
    end = WrittenMomentField(required=False)
