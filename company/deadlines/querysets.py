from company.deadlines.lifecycle import Status
from core import clock
from core.models.owned import OwnedQuerySet


class DeadlineQuerySet(OwnedQuerySet):
    def of_kind(self, code):
        return self.filter(kind=code)

    def running(self):
        return self.filter(status=Status.RUNNING)

    def overdue(self):
        return self.running().filter(due_at__lte=clock.now())

    def to_warn(self):
        """All whose next warning is due, however long ago."""
        return self.running().filter(next_warning_at__lte=clock.now())
