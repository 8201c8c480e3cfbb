from celery import shared_task

from sales.interests import actions as interests
from sales.interests import monthly
from sales.plan import actions as plan


@shared_task
def return_postponed_interests():
    interests.return_due()


@shared_task
def tell_month_of_interests():
    monthly.tell_month()


@shared_task
def freeze_forecasts():
    return plan.freeze_forecasts()
