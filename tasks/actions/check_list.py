from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from tasks.models import CheckItem

MOST = 50


def write_items(task, items):
    rows = [CheckItem(task=task, text=text, ordering=n) for n, text in enumerate(items[:MOST])]
    CheckItem.objects.bulk_create(rows)


@transaction.atomic
def add_item(task, *, by, text) -> CheckItem:
    """Whoever sets the task or does it adds what else is to be thought of."""
    _refuse_others(task, by)
    count = task.items.count()
    if count >= MOST:
        raise Refused(_("A check list has at most 50 lines: set another task."))
    return task.items.create(text=text, ordering=count)


@transaction.atomic
def tick(item, *, by) -> CheckItem:
    """Ticked, or not after all."""
    _refuse_others(item.task, by)
    is_ticked = item.ticked_at is not None
    item.ticked_at, item.ticked_by = (None, None) if is_ticked else (clock.now(), by)
    item.save(update_fields=["ticked_at", "ticked_by"])
    return item


def _refuse_others(task, by):
    if not (task.is_to_be_done_by(by) or task.is_controlled_by(by)):
        raise PermissionDenied
    if not task.is_to_do:
        raise Refused(_("This task is not in work: its check list stays as it is."))
