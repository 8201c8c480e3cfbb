from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.forms import VerbForm
from core.widgets import DayInput


class ReconcileForm(VerbForm):
    since = forms.DateField(label=_("From"), widget=DayInput)
    until = forms.DateField(label=_("To"), widget=DayInput)

    def __init__(self, *args, **kwargs):
        today = clock.today()
        quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        kwargs["initial"] = {"since": quarter, "until": today}
        super().__init__(*args, auto_id="reconcile-%s", **kwargs)


class SendReconciliationForm(VerbForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.EmailField(label=_("Client's e-mail"))

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, auto_id="send-%s", **kwargs)
