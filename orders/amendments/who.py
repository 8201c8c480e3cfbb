from company.models import Employee
from orders.amendments.lifecycle import CONSENT_RIGHT


def who_may_consent():
    return Employee.objects.with_rights(CONSENT_RIGHT)
