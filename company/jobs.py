from celery import shared_task

from company import notifications
from company.deadlines import ringing


@shared_task
def forget_old_notifications():
    notifications.forget_old()


@shared_task
def warn_of_deadlines():
    ringing.warn_of_due()
