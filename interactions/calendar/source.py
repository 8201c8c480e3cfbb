"""Calls and meetings in the calendars of those who hold them and of those who take part."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from clients.models import Client
from core.registry import CalendarEvent
from interactions import actions
from interactions.calendar import series
from interactions.lifecycle import HOLD_RIGHT
from interactions.models import Interaction, InteractionParticipant


def events(user, people, since, until, limit) -> list[CalendarEvent]:
    """Of `people`, what `user` may see, held or planned from `since` to before `until`."""
    standing = Interaction.objects.standing_between(since, until)
    own = _soonest(standing.visible_to(user).filter(responsible__in=people), limit)
    shown = [_event(each, each.responsible, user) for each in own]
    shown += [
        _event(each, person, user) for each, person in _taken_part(standing, user, people, limit)
    ]
    shown += series.events(user, people, since, until, limit, _named_outside)
    return sorted(shown, key=lambda event: event.start)[:limit]


def _taken_part(standing, user, people, limit):
    """(interaction, who of `people` takes part)"""
    parts = InteractionParticipant.objects.filter(employee__in=people)
    rows = standing.within_reach_of(user).filter(Exists(parts.filter(interaction=OuterRef("pk"))))
    found = {each.pk: each for each in _soonest(rows, limit)}
    taken = parts.filter(interaction__in=found).select_related("employee")
    return [(found[part.interaction_id], part.employee) for part in taken]


def _soonest(rows, limit) -> list:
    """Put in order before they are joined: thousands may stand there, and a few are shown."""
    pks = list(rows.soonest_first().values_list("pk", flat=True)[:limit])
    return list(Interaction.objects.filter(pk__in=pks).with_people().with_last_change())


def _event(interaction, person, user):
    may_move = interaction.is_planned and user.has_perm(HOLD_RIGHT)
    return CalendarEvent(
        pk=interaction.pk,
        key=_key(interaction),
        title=f"{interaction.client.name} · {interaction.kind.name}",
        start=interaction.moment_at,
        end=interaction.moment_at + timedelta(minutes=interaction.minutes),
        url=interaction.get_absolute_url(),
        person=person,
        is_done=not interaction.is_planned,
        is_movable=may_move,
        is_resizable=may_move,
        is_late=interaction.is_overdue,
        outside=f"{interaction.kind.name}: {_named_outside(interaction.client)}",
        changed_at=interaction.changed_at,
    )


def _key(interaction):
    if interaction.series_id is None:
        return ""
    return series.key_of(interaction.series_id, interaction.series_day)


def _named_outside(client):
    """Calendars are kept by strangers abroad: a person is known by a name and a letter there."""
    if client.kind == Client.Kind.ORGANISATION:
        return client.name
    first, *others = client.name.split() or [""]
    return " ".join([first, *(f"{word[0]}." for word in others)])


def move(user, pk, start, end=None):
    """Dragged to another moment it stays with whoever answers for it."""
    planned = Interaction.objects.within_reach_of(user).select_related("responsible").get(pk=pk)
    minutes = (end - start) // timedelta(minutes=1) if end else None
    return actions.move(
        planned, by=user, planned_at=start, responsible=planned.responsible, minutes=minutes
    )
