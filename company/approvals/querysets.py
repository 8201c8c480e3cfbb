from django.db.models import OuterRef, QuerySet

from company.approvals.lifecycle import Status


class ApprovalQuerySet(QuerySet):
    def waiting(self):
        return self.filter(status=Status.WAITING)

    def answered(self):
        return self.filter(status__in=[Status.APPROVED, Status.REFUSED])

    def approved(self):
        return self.filter(status=Status.APPROVED)

    def refused(self):
        return self.filter(status=Status.REFUSED)

    def standing(self):
        """What was withdrawn says nothing any more."""
        return self.exclude(status=Status.WITHDRAWN)

    def of(self, subject):
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def about(self, model):
        return self.filter(subject_type=model._meta.label_lower)

    def of_each(self, model):
        """Correlated with rows of `model`, for Exists."""
        return self.about(model).filter(subject_id=OuterRef("pk"))

    def of_kind(self, *codes):
        return self.filter(kind__in=codes)

    def waiting_for(self, user, people=None):
        """What this person, or somebody they stand in for, is asked to decide."""
        from company.approvals.answering import NOTHING, answerable_by

        theirs = answerable_by(user, people)
        if theirs == NOTHING:
            return self.none()
        return self.waiting().filter(theirs).exclude(asked_by=user)

    def visible_to(self, user):
        """One's own questions, those one may answer, and with the right those of one's scope."""
        from company.approvals.answering import seen_by

        return self.filter(seen_by(user))

    def with_people(self):
        return self.select_related("asked_by", "answered_by", "instead_of")
