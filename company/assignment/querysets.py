from django.db.models import Q

from company.assignment.lifecycle import Status
from company.models.employee import named
from core.models.owned import OwnedQuerySet


class AssignmentQuerySet(OwnedQuerySet):
    def offered(self):
        return self.filter(status=Status.OFFERED)

    def answered(self):
        """Or taken back: whatever does not wait any more."""
        return self.exclude(status=Status.OFFERED)

    def given_to(self, user):
        """To the user or to their department, whatever became of it."""
        given = Q(to_employee=user)
        if user.department_id:
            given |= Q(to_department=user.department_id)
        return self.filter(given)

    def with_people(self):
        people = ("by", "to_employee", "answered_by")
        return self.select_related(*people, "to_department").defer(*named(*people))
