from celery import shared_task

from tasks import actions


@shared_task
def set_recurring_tasks():
    actions.set_recurring()
