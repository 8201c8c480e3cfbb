from celery import shared_task

from company.models import Firm
from company.robot import robot
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder


@shared_task
def archive_handed_over():
    """All that the firm has kept at hand long enough, whenever it was handed over."""
    due = WorkOrder.objects.due_for_archive(Firm.get().archive_after_days).order_by("pk")
    for order in due.only("pk").iterator(chunk_size=500):
        try:
            actions.archive(order, by=robot())
        except Refused:
            continue  # a person has archived it since the list was read
