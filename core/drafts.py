"""What is typed is kept on the server until it is saved or thrown away."""

from datetime import timedelta

from core import attachments, clock
from core.models import Attachment, Draft

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


def opened(employee, form: str) -> Draft:
    """The draft that files may hang on before anything is typed."""
    draft, _ = Draft.objects.get_or_create(
        employee=employee, form=form, defaults={"saved_at": clock.now()}
    )
    return draft


def discard(employee, form: str):
    _forget(Draft.objects.filter(employee=employee, form=form))


def forget_old():
    _forget(Draft.objects.filter(saved_at__lt=clock.now() - timedelta(days=KEPT_DAYS)))


def _forget(rows):
    """With the files that nothing has come of."""
    pks = list(rows.values_list("pk", flat=True))
    attachments.forget(Attachment.objects.of_any(Draft, pks))
    Draft.objects.filter(pk__in=pks).delete()
