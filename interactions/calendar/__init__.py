"""Calendars: what interactions give to them, and the calendar itself over all sources."""

from interactions.calendar.source import events, move

__all__ = ["events", "move"]
