"""Expected closings of deals in the calendars of those who are responsible."""

from core import clock
from core.registry import CalendarEvent
from sales.deals import actions
from sales.deals.lifecycle import CHANGE
from sales.models import Deal


def events(user, people, since, until, limit) -> list[CalendarEvent]:
    deals = Deal.objects.visible_to(user).open().filter(responsible__in=people)
    deals = deals.expected_between(clock.day_of(since), clock.day_of(until)).with_people()
    may_move, today = user.has_perm(CHANGE), clock.today()
    return [
        CalendarEvent(
            pk=deal.pk,
            title=f"{deal.title}, {deal.client.name}",
            start=deal.expected_on,
            end=None,
            url=deal.get_absolute_url(),
            person=deal.responsible,
            is_movable=may_move,
            is_late=deal.expected_on < today,
            outside=deal.title,
            changed_at=deal.stage_since,
        )
        for deal in deals.order_by("expected_on", "pk")[:limit]
    ]


def move(user, pk, start, end=None):
    """Dragged to another day, the closing is expected then."""
    deal = Deal.objects.visible_to(user).get(pk=pk)
    day = clock.day_of(start) if hasattr(start, "hour") else start
    return actions.edit(deal, by=user, expected_on=day)
