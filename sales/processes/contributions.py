from core import registry
from sales.models import ProcessVersion


def contribute():
    registry.hangs_on_employee.append(registry.Hanging(ProcessVersion, "made_by"))
