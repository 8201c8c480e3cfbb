from company.forms.day import DayForm
from company.forms.employee import EmployeeForm, ProfileForm
from company.forms.firm import FirmForm
from company.forms.hands import DeclineForm, HandOverForm
from company.forms.leaving import LeavingForm
from company.forms.role import RoleForm

__all__ = [
    "DayForm",
    "DeclineForm",
    "EmployeeForm",
    "FirmForm",
    "HandOverForm",
    "LeavingForm",
    "ProfileForm",
    "RoleForm",
]
