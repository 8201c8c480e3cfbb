from django.db.models import Q, QuerySet

from company.models import Role
from core import clock
from interactions.lifecycle import Status


class InteractionQuerySet(QuerySet):
    def visible_to(self, user):
        """The desk works as one: the whole office sees its calls, own-only roles see theirs."""
        if not user.has_perm("interactions.view_interaction"):
            return self.none()
        if user.is_robot or user.role.scope == Role.Scope.ALL:
            return self
        if user.role.scope == Role.Scope.OFFICE:
            return self.filter(Q(office=user.office) | Q(responsible=user))
        return self.filter(responsible=user)

    def owed(self):
        return self.filter(status=Status.PLANNED).exclude(reason="")

    def planned(self):
        return self.filter(status=Status.PLANNED)

    def due_now(self):
        return self.planned().filter(planned_at__lte=clock.now())

    def held(self):
        return self.filter(status=Status.HELD)
