from django.utils.html import strip_tags

from company.models import Notification
from core import clock


def notify(recipients, *, key, text, url=""):
    """Ring once per person and key; people who left hear nothing."""
    now = clock.now()
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=person, key=key, text=strip_tags(text)[:250], url=url, created_at=now
            )
            for person in recipients
            if person.is_active
        ],
        ignore_conflicts=True,
    )


def read_all(employee):
    employee.notifications.unread().update(read_at=clock.now())
