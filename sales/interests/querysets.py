from datetime import timedelta

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from clients.search import fold
from company.models import Assignment
from company.models.employee import named
from company.scope import within
from core import clock
from sales.interests.lifecycle import SEE, UNDECIDED, InterestStatus

S = InterestStatus
# What has become of an interest until now: counted by reports, listed by the list.
OUTCOMES = {
    "undecided": lambda: Q(status__in=UNDECIDED),
    "in_deal": lambda: Q(status=S.IN_DEAL),
    "refused": lambda: Q(status=S.REFUSED),
    "unmet": lambda: Q(status=S.REFUSED, loss_reason__is_unmet=True),
    "answered": lambda: Q(answered_at__isnull=False),
    # One that was answered at once has no clock, and is in norm.
    "in_norm": lambda: (
        Q(answered_at__isnull=False)
        & (Q(answer_due_at=None) | Q(answered_at__lte=F("answer_due_at")))
    ),
    "overdue": lambda: Q(status=S.NEW, answer_due_at__lt=clock.now()),
    "unanswered": lambda: Q(status=S.NEW),
    "decided": lambda: Q(status__in=[S.IN_DEAL, S.REFUSED]),
}


class InterestQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "responsible", "office"))

    def within_reach_of(self, user):
        """For one row's page: also whom it is offered to, of whichever office they are."""
        if not user.has_perm(SEE):
            return self.none()
        hands = Assignment.objects.offered().given_to(user)
        hands = hands.filter(owner_type=self.model._meta.label_lower).values("owner_id")
        seen = self.model.objects.visible_to(user).filter(pk=OuterRef("pk"))
        return self.filter(Exists(seen) | Q(pk__in=hands))

    def with_outcome(self, code):
        return self.filter(OUTCOMES[code]())

    def undecided(self):
        return self.with_outcome("undecided")

    def mine(self, user):
        return self.undecided().filter(responsible=user)

    def in_work(self):
        return self.filter(status__in=[S.NEW, S.ANSWERED])

    def unanswered(self):
        return self.with_outcome("unanswered")

    def overdue(self):
        return self.with_outcome("overdue")

    def postponed(self):
        return self.filter(status=S.POSTPONED)

    def due_back(self):
        """All whose day has come, however long ago."""
        return self.postponed().filter(postponed_until__lte=clock.today())

    def unmet(self):
        return self.with_outcome("unmet")

    def needs(self):
        return self.filter(is_need=True)

    def of_new_clients(self):
        return self.filter(is_need=False)

    def received_between(self, since=None, until=None):
        """On these days and between them; without a day, from or to any."""
        rows = self.filter(received_at__gte=clock.midnight(since)) if since else self
        if until:
            rows = rows.filter(received_at__lt=clock.midnight(until + timedelta(days=1)))
        return rows

    def with_people(self):
        known = ("client", "responsible", "ad_source", "loss_reason")
        return self.select_related(*known).defer(
            "words", "client__name_grams", *named("responsible")
        )

    def worded_like(self, text):
        """Every word begins a word of the wish."""
        words = fold(text).split()[:6]
        if not words:
            return self.none()
        query = " & ".join(f"{word}:*" for word in words)
        return self.filter(words=SearchQuery(query, "simple", search_type="raw"))
