from datetime import timedelta

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from clients.search import fold
from company.models import Assignment
from company.models.employee import named
from core import clock, registry
from tasks.lifecycle import CONTROL, SEE, TO_DO, UNSETTLED, Status

# On these pages a panel shows the tasks about what they show: who sees the one sees the other.
PAGES = ("clients.client", "orders.workorder", "sales.deal")

# What has become of a task, judged by its deadline; counted by the report, listed by the list.
OUTCOMES = {
    "in_time": lambda: _done() & (Q(deadline=None) | Q(done_at__lte=F("deadline"))),
    "done_late": lambda: _done() & Q(done_at__gt=F("deadline")),
    "late": lambda: Q(status__in=TO_DO, deadline__lt=clock.now()),
}


class TaskQuerySet(QuerySet):
    def concerning(self, user):
        """What one has asked for or is asked to do; for those who control, everybody's."""
        if not user.has_perm(SEE):
            return self.none()
        return self if user.has_perm(CONTROL) else self.filter(_of(user))

    def visible_to(self, user):
        """Also what one has had in hand before, and what is about something that one may see."""
        if not user.has_perm(SEE) or user.has_perm(CONTROL):
            return self.concerning(user)
        hands = Assignment.objects.filter(owner_type=self.model._meta.label_lower)
        seen = _of(user) | Q(pk__in=hands.given_to(user).values("owner_id"))
        for page in PAGES:
            subjects = registry.owners[page].visible_to(user).filter(pk=OuterRef("owner_id"))
            seen |= Q(Exists(subjects), owner_type=page)
        return self.filter(seen)

    def about(self, subject):
        return self.filter(owner_type=subject._meta.label_lower, owner_id=subject.pk)

    def to_do(self):
        return self.filter(status__in=TO_DO)

    def unsettled(self):
        return self.filter(status__in=UNSETTLED)

    def mine(self, user):
        return self.to_do().filter(assignee=user)

    def asked_by(self, user):
        """The author's control list: all that is not settled, one's own tasks left out."""
        return self.unsettled().filter(author=user).exclude(assignee=user)

    def about_clients_for(self, user):
        """What this person is to do about clients."""
        return self.mine(user).filter(owner_type="clients.client")

    def of_department_of(self, user):
        return self.to_do().filter(department=user.department_id or 0)

    def late(self):
        return self.with_outcome("late")

    def with_outcome(self, code):
        return self.filter(OUTCOMES[code]())

    def set_between(self, since=None, until=None):
        """On these days and between them; without a day, from or to any."""
        rows = self.filter(created_at__gte=clock.midnight(since)) if since else self
        if until:
            rows = rows.filter(created_at__lt=clock.midnight(until + timedelta(days=1)))
        return rows

    def to_accept(self, user):
        return self.filter(status=Status.DONE, author=user)

    def declined(self):
        return self.filter(status=Status.DECLINED)

    def standing(self):
        return self.exclude(status__in=[Status.CANCELLED, Status.DECLINED])

    def settled(self):
        return self.exclude(status__in=UNSETTLED)

    def to_do_today_by(self, user):
        """What is due by the end of today, and what nobody has looked at yet."""
        tomorrow = clock.midnight(clock.today() + timedelta(days=1))
        return self.mine(user).filter(Q(deadline__lt=tomorrow) | Q(status=Status.NEW))

    def series(self, task):
        """The same asked of others at the same time."""
        return self.filter(series=task.series).exclude(pk=task.pk)

    def with_people(self):
        people = ("author", "assignee")
        return self.select_related(*people, "department").defer("words", *named(*people))

    def with_last_change(self):
        """`changed_at`: when the last step was taken, else when it was set."""
        steps = self.model._meta.get_field("steps").related_model.objects
        last = steps.filter(subject=OuterRef("pk")).order_by("-at").values("at")[:1]
        return self.annotate(changed_at=Coalesce(Subquery(last), "created_at"))

    def soonest_first(self):
        return self.order_by("due_sort", "pk")

    def titled_like(self, text):
        """Every word begins a word of the title."""
        words = fold(text).split()[:6]
        if not words:
            return self.none()
        query = " & ".join(f"{word}:*" for word in words)
        return self.filter(words=SearchQuery(query, "simple", search_type="raw"))


def _done():
    return Q(status__in=[Status.DONE, Status.ACCEPTED])


def _of(user):
    own = Q(author=user) | Q(assignee=user)
    return own | Q(department=user.department_id) if user.department_id else own
