from datetime import timedelta

from django.db.models import QuerySet

from company.scope import within
from core import clock
from sales.proposals.lifecycle import IN_HAND, SEE, WITH_CLIENT, ProposalStatus

SOON_DAYS, SILENT_DAYS = 3, 3


def silent_since():
    return clock.midnight(clock.today() - timedelta(days=SILENT_DAYS))


def ending_until():
    return clock.today() + timedelta(days=SOON_DAYS)


class ProposalQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "responsible", "office"))

    def in_hand(self):
        """Somebody has something to do with them yet."""
        return self.filter(status__in=IN_HAND, order=None)

    def awaited(self):
        """An order may come of them: an answer is awaited, or nothing is ordered yet."""
        return self.filter(status__in=WITH_CLIENT | {ProposalStatus.ACCEPTED}, order=None)

    def drafts(self):
        return self.filter(status=ProposalStatus.DRAFT)

    def with_client(self):
        """An answer is awaited."""
        return self.filter(status__in=WITH_CLIENT)

    def silent(self, since=None):
        """Sent days ago, before the moment `since`, and nobody has answered."""
        return self.with_client().filter(sent_at__lt=since or silent_since())

    def ending(self, until=None):
        """They hold for a few days more, until this day."""
        return self.with_client().filter(valid_until__lte=until or ending_until())

    def accepted(self):
        return self.filter(status=ProposalStatus.ACCEPTED)

    def to_order(self):
        """The client has agreed, and nothing is ordered yet."""
        return self.accepted().filter(order=None)

    def declined(self):
        return self.filter(status=ProposalStatus.DECLINED)

    def expired(self):
        return self.filter(status=ProposalStatus.EXPIRED)

    def prepared_between(self, since, until):
        return self.filter(**clock.during("created_at", since, until))

    def sent_between(self, since, until):
        """By the day when the client got them for the first time."""
        return self.exclude(first_sent_at=None).filter(
            **clock.during("first_sent_at", since, until)
        )

    def accepted_between(self, since, until):
        return self.accepted().filter(**clock.during("answered_at", since, until))

    def with_people(self):
        return self.select_related("client", "responsible")
