from datetime import timedelta

from django.utils.html import strip_tags

from company.models import Notification
from core import clock

COUNTED = 9  # the bell says «9+» beyond
KEPT_DAYS = 90


def notify(recipients, *, key, text, url=""):
    """Ring once per person and key; people who left hear nothing."""
    now = clock.now()
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=person, key=key, text=strip_tags(text)[:250], url=url, created_at=now
            )
            for person in recipients
            if person.is_active and not person.is_robot
        ],
        ignore_conflicts=True,
    )


def read(notification):
    Notification.objects.filter(pk=notification.pk, read_at=None).update(read_at=clock.now())


def read_all(employee):
    employee.notifications.unread().update(read_at=clock.now())


def forget_old():
    """What was read and is three months old rings for nobody any more."""
    long_ago = clock.now() - timedelta(days=KEPT_DAYS)
    Notification.objects.filter(read_at__isnull=False, created_at__lt=long_ago).delete()
