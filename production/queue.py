"""The shop's queue as a page: chips by state and stage, pages of cards."""

import re
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog import tariffs
from company.models import Stage
from core import clock
from orders.amendments import home as amendments
from orders.models import Position, PositionOperation, WorkOrder
from orders.work_orders.lifecycle import HOLD_RIGHT, PositionStatus
from production.cards import Card, cards

PAGE_SIZE = 24
OVERDUE = "overdue"
CODE, PAGE = re.compile(r"[-\w]{1,30}"), re.compile(r"[1-9][0-9]{0,4}")
SHOWN_STATES = (PositionStatus.WAITING, PositionStatus.STARTED, PositionStatus.FINISHED)


class Chip(NamedTuple):
    code: str
    label: str
    url: str
    count: int
    is_chosen: bool
    icon: str = ""


def _fitting(pattern, text) -> str:
    """What stands in an address and makes no sense counts as not said."""
    return text if text and pattern.fullmatch(text) else ""


class Queue:
    """What production/_queue.html shows, under the name `queue`, from the filters in the URL."""

    def __init__(self, user, data: QueryDict):
        self.user = user
        self.state = data.get("state", "")
        self.stage = _fitting(CODE, data.get("stage"))
        self.page = int(_fitting(PAGE, data.get("page")) or 1)
        self.seen = Position.objects.visible_to(user).in_shop()

    def rows(self) -> QuerySet:
        found = self.seen
        if self.state == OVERDUE:
            found = found.overdue()
        elif self.state in SHOWN_STATES:
            found = found.filter(status=self.state)
        return found.waiting_for_stage(self.stage) if self.stage else found

    @cached_property
    def _fetched(self) -> list[Position]:
        first = (self.page - 1) * PAGE_SIZE
        return list(self.rows().for_shop().by_promise()[first : first + PAGE_SIZE + 1])

    @cached_property
    def cards(self) -> list[Card]:
        return cards(self._fetched[:PAGE_SIZE], self.user, tariffs.assortment())

    @cached_property
    def held(self) -> list[WorkOrder]:
        """For those who may let them go on; nobody else sees them in the workshop."""
        orders = WorkOrder.objects.within_reach_of(self.user, HOLD_RIGHT).on_hold()
        shown = ("year", "seq", "old_number", "status", "promised_on", "hold_reason")
        return list(orders.only(*shown).order_by("promised_on", "pk")[:PAGE_SIZE])

    @cached_property
    def consents(self) -> dict | None:
        """What the foreman finds here first: the queue is the first page of the workshop."""
        return amendments.to_consent(self.user)

    @property
    def next_url(self) -> str:
        more = len(self._fetched) > PAGE_SIZE
        return self.url(state=self.state, stage=self.stage, page=self.page + 1) if more else ""

    @property
    def previous_url(self) -> str:
        if self.page <= 1:
            return ""
        page = self.page - 1 if self.page > 2 else ""
        return self.url(state=self.state, stage=self.stage, page=page)

    @property
    def here(self) -> str:
        return self.url(state=self.state, stage=self.stage, page=self.page if self.page > 1 else "")

    def url(self, **filters) -> str:
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in filters.items() if value})
        return f"{reverse('production:queue')}?{query.urlencode()}".rstrip("?")

    @property
    def is_narrowed(self) -> bool:
        return bool(self.state or self.stage)

    def state_chips(self) -> list[Chip]:
        late = Q(order__promised_on__lt=clock.today())
        counts = self.seen.aggregate(
            all=Count("pk"),
            overdue=Count("pk", filter=late),
            **{state: Count("pk", filter=Q(status=state)) for state in SHOWN_STATES},
        )
        labels = [
            ("", pgettext("positions", "All"), counts["all"], ""),
            (OVERDUE, pgettext("positions", "Overdue"), counts["overdue"], "alert-triangle"),
            *[(state.value, state.label, counts[state], "") for state in SHOWN_STATES],
        ]
        return [
            Chip(
                code,
                label,
                self.url(state=code, stage=self.stage),
                count,
                self.state == code,
                icon,
            )
            for code, label, count, icon in labels
        ]

    def stage_chips(self) -> list[Chip]:
        """Only stages that have work, and the one that is chosen."""
        waiting = PositionOperation.objects.queued().filter(position__in=self.seen)
        counts = dict(waiting.order_by().values_list("stage__code").annotate(Count("pk")))
        chips = [
            Chip(
                stage.code,
                stage.name,
                self.url(state=self.state, stage=stage.code),
                counts.get(stage.code, 0),
                self.stage == stage.code,
            )
            for stage in Stage.objects.all()
            if stage.code in counts or stage.code == self.stage
        ]
        every = Chip("", _("Every stage"), self.url(state=self.state), 0, not self.stage)
        return [every, *chips] if chips else []
