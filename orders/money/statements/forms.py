from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from core.fields import PlainTextField
from orders.models import ExpenseKind


class UploadStatementForm(forms.Form):
    file = forms.FileField(
        label=_("File of the bank"),
        help_text=_("The export for 1C: kl_to_1c.txt, up to 50 MB."),
        error_messages={"required": _("Choose a file first.")},
    )


class GroundForm(forms.Form):
    ground = PlainTextField(
        label=_("Ground"), max_length=250, error_messages={"required": _("Give a ground.")}
    )


class ExpenseForm(forms.Form):
    kind = forms.ModelChoiceField(
        label=_("Kind of expense"),
        queryset=ExpenseKind.objects.all(),
        required=False,
        empty_label=_("Not said"),
    )

    def __init__(self, *args, line, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = ExpenseKind.objects.offered(line.expense_kind_id)
        self.fields["kind"].widget.attrs |= {"id": f"kind-{line.pk}", "class": "form-select"}
        self.fields["kind"].initial = line.expense_kind_id


class WhoseForm(forms.Form):
    """Whose money it is, where no paper says so."""

    client = forms.ModelChoiceField(queryset=Client.objects.none(), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["client"].queryset = Client.objects.visible_to(user)
