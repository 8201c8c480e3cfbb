from company.models import Employee
from company.models.employee import ROBOT
from core.standing import standing


@standing
def robot() -> Employee:
    """Who acts when nobody does: the clock's jobs and steps that follow from others."""
    return Employee.objects.select_related("role", "office").get(username=ROBOT)
