from datetime import timedelta

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from company.models import Absence, Assignment, Role
from company.models.employee import NAMES, named
from company.scope import sees_all, within
from core import clock
from core.fetching import besides
from interactions.channels import WRITTEN
from interactions.lifecycle import Status

PLANNED = "planned"
REGULATION = "regulation"  # the reason of calls that regulations plan


class InteractionQuerySet(QuerySet):
    def visible_to(self, user):
        """The desk works as one: the whole office sees its calls, own-only roles see theirs."""
        if not user.has_perm("interactions.view_interaction"):
            return self.none()
        if sees_all(user):
            return self
        seen = within(user, "responsible", "office") | Q(responsible=user)
        if user.role.scope != Role.Scope.OFFICE:
            seen |= _fallen_to_the_desk(office=user.office_id)
        return self.filter(seen)

    def within_reach_of(self, user):
        """For one row's page: whoever takes part may open what another office plans."""
        if not user.has_perm("interactions.view_interaction"):
            return self.none()
        taking_part = self.model._meta.get_field("participants").related_model.objects
        own = taking_part.filter(interaction=OuterRef("pk"), employee=user)
        label = self.model._meta.label_lower
        offered = Assignment.objects.offered().given_to(user)
        offered = offered.filter(owner_type=label, owner_id=OuterRef("pk"))
        seen = self.model.objects.visible_to(user).filter(pk=OuterRef("pk"))
        return self.filter(Exists(seen) | Exists(own) | Exists(offered))

    def with_people(self):
        client = self.model._meta.get_field("client").related_model
        found = self.with_employees().select_related("client")
        return found.defer(*besides("client", client, "name", "kind"))

    def with_employees(self):
        """And with what is shown beside them: the kind, the result, the state of a letter."""
        letter = self.model._meta.get_field("letter").related_model
        rows = self.select_related("responsible", "held_by", "kind", "outcome", "letter")
        return rows.defer(
            *named("responsible", "held_by"), *besides("letter", letter, "state", "error")
        )

    def in_short_rows(self):
        """As a block of «Today» shows calls: by whom, to whom, why, and which number to dial."""
        client = self.model._meta.get_field("client").related_model
        phone = client._meta.get_field("phones").related_model.objects.filter(
            client=OuterRef("client")
        )
        by = [f"responsible__{name}" for name in NAMES]
        rows = self.with_absences().select_related(None).select_related("client", "responsible")
        return rows.only("purpose", "planned_at", "attempts", "client__name", *by).annotate(
            phone=Subquery(phone.values("e164")[:1]),
            extension=Subquery(phone.values("extension")[:1]),
        )

    def of(self, user):
        return self.filter(responsible=user)

    def planned(self):
        return self.filter(status=Status.PLANNED)

    def owed(self):
        return self.planned().exclude(reason="")

    def due(self):
        """What should be done by the end of today."""
        return self.planned().filter(planned_at__lt=_tomorrow())

    def overdue(self):
        return self.filter(_is_overdue())

    def due_today(self):
        return self.due().filter(planned_at__gte=clock.midnight(clock.today()))

    def later(self):
        return self.planned().filter(planned_at__gte=_tomorrow())

    def ahead(self):
        """Planned and not overdue."""
        return self.filter(_is_ahead())

    def between(self, since=None, until=None):
        """Held, or planned, in these days of the firm; an open side has no end."""
        return self.filter(**clock.during("moment_at", since, until))

    def standing_between(self, since, until):
        """Held or planned from one moment to before another; not what was called off."""
        return self.filter(moment_at__gte=since, moment_at__lt=until).exclude(_is_unheld())

    def owed_for(self, reason):
        """By the ground of the call; `planned` is what people have planned by themselves."""
        return self.filter(reason="" if reason == PLANNED else reason)

    def count_by_reason(self) -> dict[str, int]:
        counted = self.order_by().values_list("reason").annotate(Count("pk"))
        return {reason or PLANNED: count for reason, count in counted}

    def count_by_term(self) -> dict[str, int]:
        """How many are overdue, due today and planned for later, in one query."""
        today, tomorrow = clock.midnight(clock.today()), _tomorrow()
        overdue, later = Q(planned_at__lt=today), Q(planned_at__gte=tomorrow)
        return self.planned().aggregate(
            overdue=Count("pk", filter=overdue),
            due_today=Count("pk", filter=~overdue & ~later),
            later=Count("pk", filter=later),
        )

    def held(self):
        return self.filter(_is_held())

    def contacts(self):
        """Somebody spoke to the client; the copy of a letter that has left is no contact."""
        return self.held().filter(letter=None)

    def attended(self):
        """A contact, or what a regulation has asked for and somebody has called off."""
        called_off = _is_unheld() & Q(reason=REGULATION, subject_id__isnull=False)
        return self.filter(_is_held() & Q(letter=None) | called_off)

    def satisfied_meanwhile(self):
        """Calls of regulations whose client was spoken to since they are due."""
        since = self.model.objects.filter(client=OuterRef("client")).contacts()
        return self.filter(Exists(since.filter(moment_at__gte=OuterRef("due__begins_at"))))

    def unheld(self):
        """Cancelled, or not needed any more."""
        return self.filter(_is_unheld())

    def unsent(self):
        """Copies of letters that were refused, or of which nobody knows."""
        letter = self.model._meta.get_field("letter").related_model
        lost = [letter.State.FAILED, letter.State.SENDING]
        return self.filter(letter__isnull=False, letter__state__in=lost)

    def of_client(self, client):
        return self.filter(client=client)

    def settled(self):
        """What is over: held, called off or not needed."""
        return self.exclude(status=Status.PLANNED)

    def written(self):
        """Letters, on paper and by e-mail."""
        return self.filter(channel__in=WRITTEN)

    def spoken(self):
        return self.exclude(channel__in=WRITTEN)

    def about(self, subject):
        return self.about_any([subject])

    def about_any(self, subjects):
        """These are of one kind."""
        pks = [subject.pk for subject in subjects]
        return self.filter(subject_type=subjects[0]._meta.label_lower, subject_id__in=pks)

    def with_last_change(self):
        """`changed_at`: when the last step was taken, else when it was written down."""
        steps = self.model._meta.get_field("steps").related_model.objects
        last = steps.filter(subject=OuterRef("pk")).order_by("-at").values("at")[:1]
        return self.annotate(changed_at=Coalesce(Subquery(last), "created_at"))

    def soonest_first(self):
        return self.order_by("moment_at", "pk")

    def newest_first(self):
        return self.order_by("-moment_at", "-pk")

    def after(self, call, user):
        """What comes below `call` in the order of `own_first`."""
        below = Q(planned_at__gt=call.planned_at) | Q(planned_at=call.planned_at, pk__gt=call.pk)
        rows = self.alias(turn=_turn(user))
        turn = self.model.objects.filter(pk=call.pk).values_list(_turn(user), flat=True).get()
        return rows.filter(Q(below, turn=turn) | Q(turn__gt=turn))

    def own_first(self, user):
        """In the order of working through: one's own, then what has fallen to the desk, then the
        colleagues', the oldest first."""
        return self.order_by(_turn(user), "planned_at", "pk")

    def with_absences(self):
        """Until when whoever answers for it is away; nothing where they are here."""
        away = Absence.objects.today().filter(employee=OuterRef("responsible"))
        return self.annotate(away_until=Subquery(away.values("last_day")[:1]))

    def worked_through(self, user, limit) -> list:
        """The first of `own_first` with people and phones: put in order before they are joined,
        since a few thousand may be due and one is shown."""
        pks = list(self.own_first(user).values_list("pk", flat=True)[:limit])
        return list(self.model.objects.filter(pk__in=pks).in_turn(user))

    def in_turn(self, user):
        rows = self.with_people().own_first(user).with_absences()
        return rows.prefetch_related("client__phones")


def _fallen_to_the_desk(**office):
    """Owed calls of whoever is away today: the desk of the office makes them."""
    away = Absence.objects.today().values("employee")
    return Q(**office, status=Status.PLANNED, reason__gt="", responsible__in=away)


def _turn(user):
    own = When(responsible=user, then=Value(0))
    return Case(own, When(_fallen_to_the_desk(), then=Value(1)), default=Value(2))


def _tomorrow():
    return clock.midnight(clock.today() + timedelta(days=1))


def _is_held():
    return Q(status=Status.HELD)


def _is_unheld():
    return Q(status__in=[Status.DROPPED, Status.CANCELLED])


def _is_overdue():
    return Q(status=Status.PLANNED, planned_at__lt=clock.midnight(clock.today()))


def _is_ahead():
    return Q(status=Status.PLANNED, planned_at__gte=clock.midnight(clock.today()))


# What a report counts in one pass, by the name of the method that lists it.
COUNTED = {
    "held": _is_held,
    "overdue": _is_overdue,
    "ahead": _is_ahead,
    "unheld": _is_unheld,
}
