from celery import shared_task

from company import notifications


@shared_task
def forget_old_notifications():
    notifications.forget_old()
