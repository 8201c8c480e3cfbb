from celery import shared_task

from interactions.actions.reminders import ring_due


@shared_task
def ring_reminders():
    """All whose time has come, also while nobody was there to ring."""
    ring_due()
