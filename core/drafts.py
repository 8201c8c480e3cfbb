"""What is typed is kept on the server until it is saved or thrown away."""

from datetime import timedelta

from core import clock
from core.models import Draft

KEPT_DAYS = 30


def keep(employee, form: str, post) -> Draft:
    """Keep a QueryDict under `form`; the CSRF token is not content."""
    content = {
        name: [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name != "csrfmiddlewaretoken"
    }
    draft, _ = Draft.objects.update_or_create(
        employee=employee, form=form, defaults={"content": content, "saved_at": clock.now()}
    )
    return draft


def find(employee, form: str) -> Draft | None:
    return Draft.objects.filter(employee=employee, form=form).first()


def discard(employee, form: str):
    Draft.objects.filter(employee=employee, form=form).delete()


def forget_old():
    Draft.objects.filter(saved_at__lt=clock.now() - timedelta(days=KEPT_DAYS)).delete()
