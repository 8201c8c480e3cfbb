import logging

from celery import shared_task

from company.models import Firm
from company.robot import robot
from core.errors import Refused
from orders import actions, figures
from orders.models import WorkOrder
from orders.money.debts import planning, stepping
from orders.unclaimed.actions.warn import tell_of_due_warning
from orders.unclaimed.terms import terms_of

logger = logging.getLogger(__name__)


@shared_task
def check_client_figures():
    """The triggers keep them; a difference is mended and said, since it means a fault of ours."""
    if differed := figures.refresh_all():
        logger.error("The figures of %s clients differed from their orders.", differed)


@shared_task
def archive_handed_over():
    """All that the firm has kept at hand long enough, whenever it was handed over."""
    due = WorkOrder.objects.due_for_archive(Firm.get().archive_after_days).order_by("pk")
    for order in due.only("pk").iterator(chunk_size=500):
        try:
            actions.archive(order, by=robot())
        except Refused:
            continue  # a person has archived it since the list was read


@shared_task
def follow_up_unclaimed():
    """A call for each step of the firm that is due, and word of each written warning that is."""
    firm = Firm.get()
    first = min([*firm.unclaimed_call_days, firm.storage_days])
    waiting = WorkOrder.objects.unclaimed(first).select_related("manager").order_by("pk")
    for order in waiting.prefetch_related("storage_warnings").iterator(chunk_size=500):
        terms = terms_of(order, firm)
        if terms.calls_due > order.follow_up_calls:
            actions.follow_up(order, by=robot())
        if terms.is_warning_due:
            tell_of_due_warning(order, terms)


@shared_task
def plan_due_calls():
    """A call for each invoice that is to be paid within three working days, or should have been."""
    planning.plan_due_calls()


@shared_task
def take_debt_steps():
    """Overdue invoices go the firm's steps, each once; after an outage the latest of each kind."""
    stepping.take_steps()
