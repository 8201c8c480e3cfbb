import logging

from celery import current_app
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def later(task_name: str, *args):
    """Hand a task to the worker; without Redis its row stays and the periodic sweep takes it."""
    try:
        current_app.tasks[task_name].delay(*args)
    except (OperationalError, OSError) as fault:
        log.warning("%s is put off, the queue cannot be reached: %s", task_name, fault)
