from celery import shared_task

from interactions.actions import make_occurrences as make
from interactions.actions.reminders import ring_due
from interactions.regulations import planning


@shared_task
def ring_reminders():
    """All whose time has come, also while nobody was there to ring."""
    ring_due()


@shared_task
def plan_by_regulations():
    """All that is due by the regulations of contact, each call once however often it runs."""
    planning.plan_due()


@shared_task
def make_occurrences():
    """Of repeated calls and meetings, those of the next two weeks."""
    make()
