"""States and steps of one life: declared once per model, taken only here.

A life is a table `{step: Route(sources, target, …)}`. `take` moves a row by a guarded UPDATE, so
two people cannot take the same step; `offers` gives a page the steps that a person may take.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import clock, registry
from core.errors import Refused
from core.own_values import own_values


@dataclass(frozen=True)
class Route:
    sources: frozenset[str] | set[str]
    target: str | None  # None: the step is kept, the state stays
    # Each condition answers why the step is not possible now (a sentence), or None.
    must: tuple[Callable[[models.Model], str | None], ...] = ()
    stamp: str = ""  # the DateTimeField that keeps when
    happening: str = ""  # announced through the registry, in the same transaction
    offered: bool = True  # False: the step follows from others and is never a button
    right: str = ""  # where several steps are one right; else each has its own


@dataclass(frozen=True)
class Offer:
    step: str
    label: str
    reason: str | None  # why not possible now; None where it is

    @property
    def possible(self):
        return self.reason is None


@dataclass
class Life:
    steps: type[models.TextChoices]
    routes: dict[str, Route]
    model_label: str
    field: str = "status"
    states: type[models.TextChoices] | None = None

    def __post_init__(self):
        if missing := [step for step in self.steps if step not in self.routes]:
            raise TypeError(f"{self.model_label}: no route for {missing}")

    def right(self, step) -> str:
        app, model = self.model_label.split(".")
        return self.routes[step].right or f"{app}.{step.value}_{model}"

    def permissions(self) -> list[tuple[str, str]]:
        """For Meta.permissions: one right per step that people take; the robot needs none."""
        model = self.model_label.split(".")[1]
        own = [step for step, route in self.routes.items() if route.offered and not route.right]
        return [(f"{step.value}_{model}", step.label) for step in own]

    def may(self, obj, step, user) -> bool:
        """A life whose rights depend on the row answers this itself."""
        return user.has_perm(self.right(step))

    def offers(self, obj, user) -> list[Offer]:
        """The steps from this state that `user` has the right to, with the reason if barred."""
        status = getattr(obj, self.field)
        return [
            Offer(step.value, step.label, self.why_not(obj, step))
            for step, route in self.routes.items()
            if route.offered and status in route.sources and self.may(obj, step, user)
        ]

    def why_not(self, obj, step) -> str | None:
        for condition in self.routes[step].must:
            if reason := condition(obj):
                return reason
        return None

    def take(self, obj, step, *, by, note="", **changes):
        """Move `obj` one step and keep who and when; `changes` are written by the same UPDATE.

        Raises PermissionDenied without the step's right, Refused where the state or a condition
        forbids it. Announces the route's happening inside the transaction.
        """
        self.take_together([obj], step, by=by, note=note, **changes)

    def take_together(self, objs, step, *, by, note="", own=(), **changes):
        """The same of several at one moment, all or none; `own` names fields that are written as
        each of them holds them already. They are in one state, or the step moves them to one."""
        route, moment = self.routes[step], clock.now()
        for obj in objs:
            self._refuse(obj, step, by=by)
        values = {self.field: route.target or getattr(objs[0], self.field), **changes}
        if route.stamp:
            values[route.stamp] = moment
        model, pks = type(objs[0]), [obj.pk for obj in objs]
        with transaction.atomic(savepoint=False):
            rows = model._base_manager.filter(
                pk__in=pks, **{f"{self.field}__in": list(route.sources)}
            )
            if rows.update(**values, **own_values(objs, own)) != len(objs):
                self._refuse_overtaken(objs, step)
            for obj in objs:
                for name, value in values.items():
                    setattr(obj, name, value)
            self._keep_steps(model, pks, step=step.value, by=by, at=moment, note=note)
            if route.happening:
                registry.announce_all(route.happening, objs, by=by)

    def _refuse(self, obj, step, *, by):
        if not self.may(obj, step, by):
            raise PermissionDenied
        if getattr(obj, self.field) not in self.routes[step].sources:
            raise Refused(self._not_now(obj, step))
        if reason := self.why_not(obj, step):
            raise Refused(reason)

    def _refuse_overtaken(self, objs, step):
        """Somebody was quicker: the refusal names the state that is found now."""
        for obj in objs:
            obj.refresh_from_db(fields=[self.field])
            if getattr(obj, self.field) not in self.routes[step].sources:
                raise Refused(self._not_now(obj, step))
        raise Refused(self._not_now(objs[0], step))

    @staticmethod
    def _keep_steps(model, pks, **facts):
        """By one statement, which says the facts once however many rows there are."""
        record = model._meta.get_field("steps").related_model
        values = record(**facts)
        fields = [record._meta.get_field(name) for name in facts]
        said = [
            field.get_db_prep_save(getattr(values, field.attname), connection) for field in fields
        ]
        columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
        places = ", ".join(["%s"] * len(fields))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {connection.ops.quote_name(record._meta.db_table)}"
                f" (subject_id, {columns}) SELECT unnest(%s::bigint[]), {places}",
                [pks, *said],
            )

    def take_all(self, rows, step, *, by, note="", **changes) -> int:
        """The same of many rows at once, for a step without conditions and happenings; those that
        are in another state by now are left alone. How many were moved."""
        route, moment = self.routes[step], clock.now()
        if route.must or route.happening:
            raise TypeError(f"{step}: row by row")
        if not by.has_perm(self.right(step)):
            raise PermissionDenied
        values = {self.field: route.target, **changes}
        if route.stamp:
            values[route.stamp] = moment
        found = rows.filter(**{f"{self.field}__in": list(route.sources)})
        with transaction.atomic(savepoint=False):
            pks = list(found.order_by("pk").select_for_update().values_list("pk", flat=True))
            rows.model._base_manager.filter(pk__in=pks).update(**values)
            self._keep_steps(rows.model, pks, step=step.value, by=by, at=moment, note=note)
        return len(pks)

    def _not_now(self, obj, step):
        state = self.states(getattr(obj, self.field)).label if self.states else ""
        return _("“%(step)s” is not possible now: the state is “%(state)s”.") % {
            "step": step.label,
            "state": state,
        }


class StepRecord(models.Model):
    """One step taken: subclasses add `subject`, a foreign key with related_name="steps"."""

    step = models.CharField(gettext_lazy("Step"), max_length=40)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=gettext_lazy("Who")
    )
    note = models.TextField(gettext_lazy("Remark"), blank=True)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]
