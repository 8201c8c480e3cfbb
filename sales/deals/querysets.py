from datetime import timedelta

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from clients.search import fold
from company.models.employee import named
from company.scope import within
from core import clock
from core.fetching import besides
from interactions.models import Interaction
from sales.deals.lifecycle import CLOSED, SEE, DealStatus
from tasks.models import Task

LABEL = "sales.deal"


class DealQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "responsible", "office"))

    def open(self):
        return self.filter(status=DealStatus.OPEN)

    def won(self):
        return self.filter(status=DealStatus.WON)

    def lost(self):
        return self.filter(status=DealStatus.LOST)

    def closed(self):
        return self.filter(status__in=CLOSED)

    def mine(self, user):
        return self.open().filter(responsible=user)

    def beyond_norm(self):
        return self.open().filter(norm_until__lt=clock.today())

    def without_next_step(self):
        return self.open().filter(~_has_next_step())

    def stuck(self):
        """Standing longer than the norm of the stage, or with nothing agreed upon as next."""
        return self.open().filter(Q(norm_until__lt=clock.today()) | ~_has_next_step())

    def with_next_step(self):
        found = ExpressionWrapper(_has_next_step(), output_field=BooleanField())
        return self.annotate(has_next_step=found)

    def opened_between(self, since=None, until=None):
        return self.filter(**clock.during("created_at", since, until))

    def closed_between(self, since=None, until=None):
        return self.closed().filter(**clock.during("closed_at", since, until))

    def expected_between(self, since, until):
        """From the one day to before the other."""
        return self.open().filter(expected_on__gte=since, expected_on__lt=until)

    def expected_by(self, day):
        return self.open().filter(expected_on__lte=day)

    def overdue(self):
        """Expected to be closed before today."""
        return self.open().filter(expected_on__lt=clock.today())

    def closed_lately(self, days=30):
        since = clock.midnight(clock.today() - timedelta(days=days))
        return self.closed().filter(closed_at__gte=since)

    def in_stage(self, key):
        """By the key, which versions of a process share; only what goes on stands anywhere."""
        stages = self.model._meta.get_field("stage").related_model.objects.filter(key=key)
        return self.open().filter(stage__in=list(stages.values_list("pk", flat=True)))

    def reached(self, steps, key):
        """That have come to a step of their process's funnel (sales.funnel.steps.Steps)."""
        place = steps.place(key)
        return self.none() if place is None else self.filter(steps.reached(place))

    def stood_in(self, steps, key, day):
        """That stood at a step of their process's funnel at the end of the day."""
        place = steps.place(key)
        if place is None:
            return self.none()
        stays = self.model._meta.get_field("stays").related_model.objects.at_end_of(day)
        there = stays.filter(stage__in=steps.stages_at(place))
        return self.filter(pk__in=there.values("deal"))

    def of_clients(self, clients):
        return self.filter(client__in=clients.order_by().values("pk"))

    def against(self, competitor):
        """Deals in which this competitor was known to offer the same, or won."""
        offers = self.model._meta.get_field("competitor_offers").related_model.objects
        offered = offers.filter(deal=OuterRef("pk"), competitor=competitor)
        return self.filter(Q(lost_to=competitor) | Q(Exists(offered)))

    def with_people(self):
        client = self.model._meta.get_field("client").related_model
        found = self.select_related("client", "responsible", "stage", "process")
        return found.defer(
            "words", *besides("client", client, "name", "kind"), *named("responsible")
        )

    def titled_like(self, text):
        """Every word begins a word of the title."""
        words = fold(text).split()[:6]
        if not words:
            return self.none()
        query = " & ".join(f"{word}:*" for word in words)
        return self.filter(words=SearchQuery(query, "simple", search_type="raw"))


def _has_next_step():
    """Something is to be done about the deal, or a talk with the client is planned."""
    tasks = Task.objects.unsettled().filter(owner_type=LABEL, owner_id=OuterRef("pk"))
    about = Q(subject_type=LABEL, subject_id=OuterRef("pk"))
    by_them = Q(responsible=OuterRef("responsible"))
    talks = Interaction.objects.planned().filter(about | by_them, client=OuterRef("client"))
    return Q(Exists(tasks)) | Q(Exists(talks))
