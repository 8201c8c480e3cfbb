"""Calls and meetings in the calendars of those who hold them and of those who take part."""

from core.registry import CalendarEvent
from interactions import actions
from interactions.lifecycle import HOLD_RIGHT
from interactions.models import Interaction, InteractionParticipant


def events(user, people, since, until) -> list[CalendarEvent]:
    """Of `people`, what `user` may see, held or planned from `since` to before `until`."""
    standing = Interaction.objects.standing_between(since, until)
    own = standing.visible_to(user).filter(responsible__in=people).with_people()
    shown = [_event(each, each.responsible, user) for each in own]
    shown += [_event(each, person, user) for each, person in _taken_part(standing, user, people)]
    return sorted(shown, key=lambda event: event.start)


def _taken_part(standing, user, people):
    """(interaction, who of `people` takes part)"""
    parts = InteractionParticipant.objects.filter(employee__in=people)
    rows = standing.within_reach_of(user).filter(pk__in=parts.values("interaction"))
    found = {each.pk: each for each in rows.with_people()}
    return [
        (found[part.interaction_id], part.employee)
        for part in parts.filter(interaction__in=found).select_related("employee")
    ]


def _event(interaction, person, user):
    return CalendarEvent(
        pk=interaction.pk,
        title=f"{interaction.kind.name}: {interaction.client.name}",
        start=interaction.moment_at,
        end=None,
        url=interaction.get_absolute_url(),
        person=person,
        is_done=not interaction.is_planned,
        is_movable=interaction.is_planned and user.has_perm(HOLD_RIGHT),
    )


def move(user, pk, start):
    """Dragged to another moment it stays with whoever answers for it."""
    planned = Interaction.objects.within_reach_of(user).select_related("responsible").get(pk=pk)
    return actions.move(planned, by=user, planned_at=start, responsible=planned.responsible)
