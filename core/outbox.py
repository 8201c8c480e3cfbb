"""Letters to people outside: written as rows with a unique key, sent by the worker."""

import logging
import smtplib
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from core import clock
from core.documents import pdf_of
from core.models import Installation, OutgoingMessage
from core.queue import later

log = logging.getLogger(__name__)
State = OutgoingMessage.State
MAX_ATTEMPTS = 8


def write(owner, *, key, to, subject, body, by, documents=()) -> OutgoingMessage:
    """Write a letter once per `key`; it leaves after the transaction is committed."""
    now = clock.now()
    letter, created = OutgoingMessage.objects.get_or_create(
        key=key,
        defaults={
            "owner_type": owner._meta.label_lower,
            "owner_id": owner.pk,
            "to": to,
            "subject": " ".join(subject.split()),
            "body": body,
            "by": by,
            "created_at": now,
            "next_try_at": now,
        },
    )
    if created:
        letter.documents.set(documents)
        transaction.on_commit(partial(_queue, letter.pk), robust=True)
    return letter


def _queue(pk):
    if can_send():
        later("core.jobs.send_letter", pk)


def can_send() -> bool:
    return bool(settings.EMAIL_URL) and not Installation.has_demo_data()


def send(pk: int):
    """Send one waiting letter. Claimed before SMTP and marked after, so that a killed worker leaves
    it «unknown» for a person to decide, and never sends it twice by itself."""
    claimed = OutgoingMessage.objects.filter(pk=pk, state=State.WAITING).update(state=State.SENDING)
    if not claimed:
        return
    letter = OutgoingMessage.objects.get(pk=pk)
    letter.attempts += 1
    try:
        _email(letter).send()
    except (smtplib.SMTPException, OSError) as fault:
        _put_off(letter, fault)
    else:
        letter.state, letter.sent_at, letter.error = State.SENT, clock.now(), ""
    letter.save(update_fields=["state", "attempts", "next_try_at", "error", "sent_at"])


def _put_off(letter, fault):
    log.warning("letter %s was not sent: %s", letter.pk, fault)
    refused_for_good = isinstance(fault, smtplib.SMTPRecipientsRefused)
    given_up = refused_for_good or letter.attempts >= MAX_ATTEMPTS
    letter.state = State.FAILED if given_up else State.WAITING
    letter.error = str(fault)[:1000]
    letter.next_try_at = clock.now() + timedelta(minutes=2**letter.attempts)


def _email(letter) -> EmailMessage:
    email = EmailMessage(
        letter.subject,
        letter.body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        headers={"Message-ID": f"<letter-{letter.pk}@{settings.PUBLIC_URL.split('//')[-1]}>"},
        connection=get_connection(),
    )
    for document in letter.documents.all():
        email.attach(f"{document.number}.pdf", pdf_of(document), "application/pdf")
    return email


def send_again(letter, *, by):
    """A person decides that a letter of unknown fate, or a refused one, goes out again."""
    open_ = OutgoingMessage.objects.filter(pk=letter.pk, state__in=[State.SENDING, State.FAILED])
    if open_.update(state=State.WAITING, attempts=0, next_try_at=clock.now(), by=by):
        transaction.on_commit(partial(_queue, letter.pk), robust=True)
