import re

from django import forms
from django.utils.translation import gettext_lazy as _

from company.models import Department, Employee, Office

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class EmployeeForm(forms.ModelForm):
    class Meta:
        model = Employee
        fields = [
            "last_name",
            "first_name",
            "patronymic",
            "username",
            "role",
            "post",
            "office",
            "department",
            "phone",
            "email",
        ]
        help_texts = {
            "username": _("Latin letters and digits: typed when logging in."),
            "role": _("What the employee sees and may do."),
        }
        widgets = {"phone": forms.TextInput(attrs={"data-phone": True})}

    def __init__(self, *args, locked=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_name"].widget.attrs["autofocus"] = True
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "autocomplete": "off"}
        self.fields["office"].queryset = Office.objects.offered(self.instance.office_id)
        self.fields["department"].queryset = Department.objects.offered(self.instance.department_id)
        for name in ("role", "office", "department"):
            self.fields[name].empty_label = "\u2014"
        for field in self.fields.values() if locked else ():
            field.disabled = True

    def clean_username(self):
        username = self.cleaned_data["username"].lower()
        if not LOGIN.fullmatch(username):
            raise forms.ValidationError(
                _("A login has two or more Latin letters, digits, dots, dashes.")
            )
        same = Employee.objects.filter(username__iexact=username).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError(_("Somebody has this login already: choose another one."))
        return username


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Employee
        fields = ["last_name", "first_name", "patronymic", "phone", "email"]
        widgets = {"phone": forms.TextInput(attrs={"data-phone": True})}
