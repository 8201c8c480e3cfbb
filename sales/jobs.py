from celery import shared_task

from sales.interests import actions as interests
from sales.interests import monthly


@shared_task
def return_postponed_interests():
    interests.return_due()


@shared_task
def tell_month_of_interests():
    monthly.tell_month()
