from django import forms
from django.utils.translation import gettext_lazy as _

from company.models import Employee, Stage
from production.models import DefectCause


class WhoForm(forms.Form):
    """Asked on the shared tablet: which of those who may take the step, and their PIN."""

    worker = forms.ModelChoiceField(
        label=_("Who"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    pin = forms.CharField(
        label=_("PIN"),
        max_length=6,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args, right, last=None, **kwargs):
        super().__init__(*args, **kwargs)
        able = Employee.objects.with_rights(right)
        self.fields["worker"].queryset = able.exclude(pin="").select_related("role")
        self.fields["worker"].initial = last
        self.fields["pin"].widget.attrs["autofocus"] = bool(last)


class SendBackForm(forms.Form):
    cause = forms.ModelChoiceField(label=_("Cause"), queryset=None, empty_label="\u2014")
    stage = forms.ModelChoiceField(
        label=_("Stage where it arose"), queryset=None, required=False, empty_label="\u2014"
    )
    note = forms.CharField(
        label=_("What is wrong and what is to be done again"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
    photo = forms.FileField(
        label=_("Photo of the defect"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        causes = DefectCause.objects.active()
        self.fields["cause"].queryset = causes
        self.fields["cause"].required = causes.exists()
        through = position.operations.values("stage")
        self.fields["stage"].queryset = Stage.objects.filter(pk__in=through)


class AskForm(forms.Form):
    text = forms.CharField(
        label=_("What the workshop wants to know"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
