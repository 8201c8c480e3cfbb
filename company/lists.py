import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.approvals.lists import ApprovalList
from company.models import Employee, Office, Role
from core.lists import Chip, Column, Create, Empty, List, list_page

__all__ = ["ApprovalList", "EmployeeList"]


class EmployeeFilter(django_filters.FilterSet):
    named = django_filters.CharFilter(label=_("Name or login"), method="narrow_named")
    role = django_filters.ModelChoiceFilter(
        label=_("Role"), queryset=Role.objects.all(), empty_label=pgettext_lazy("role", "Any")
    )
    office = django_filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=pgettext_lazy("office", "Any")
    )

    class Meta:
        model = Employee
        fields = []

    def narrow_named(self, rows, name, value):
        return rows.named(value)


@list_page
class EmployeeList(List):
    code = "employees"
    title = _("Employees")
    right = "company.view_employee"
    url_name = "company:employees"
    filterset_class = EmployeeFilter
    columns = (
        Column("full_name", _("Employee"), kind="strong", sort="last_name"),
        Column("post", _("Post")),
        Column("role", _("Role"), "role.name"),
        Column("office", _("Office"), "office.name"),
        Column("phone", _("Phone")),
        Column("username", _("Login"), sort="username"),
        Column("last_login", _("Last seen"), kind="moment"),
        Column("presence", _("State"), lambda row: row.presence, kind="status"),
    )
    default_sort = "last_name"
    chips = (
        Chip("working", pgettext_lazy("employees", "Work here"), lambda rows, user: rows.working()),
        Chip("left", pgettext_lazy("employees", "Have left"), lambda rows, user: rows.left()),
    )
    create = Create(_("Add an employee"), "company:add_employee", "company.change_employee")
    empty = Empty(_("No employees yet"), _("Add the first one: a password is made at once."))

    def rows(self):
        return Employee.objects.people().select_related("role", "office")
