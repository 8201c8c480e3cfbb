from company.forms.day import DayForm
from company.forms.employee import EmployeeForm, ProfileForm
from company.forms.firm import FirmForm
from company.forms.leaving import LeavingForm
from company.forms.role import RoleForm

__all__ = ["DayForm", "EmployeeForm", "FirmForm", "LeavingForm", "ProfileForm", "RoleForm"]
