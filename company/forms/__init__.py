from company.forms.day import DayForm
from company.forms.employee import EmployeeForm, ProfileForm
from company.forms.firm import FirmForm
from company.forms.hands import DeclineForm, HandOverForm
from company.forms.leaving import LeavingForm
from company.forms.role import RoleForm
from company.forms.rule import RuleMixin, weekdays_field

__all__ = [
    "DayForm",
    "DeclineForm",
    "EmployeeForm",
    "FirmForm",
    "HandOverForm",
    "LeavingForm",
    "ProfileForm",
    "RoleForm",
    "RuleMixin",
    "weekdays_field",
]
