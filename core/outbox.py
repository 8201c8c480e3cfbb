"""Letters to people outside: written as rows with a unique key, sent by the worker."""

import contextlib
import logging
import smtplib
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, registry
from core.documents import file_name, pdf_of
from core.errors import Refused
from core.models import Installation, OutgoingMessage
from core.previews import copy_to_send
from core.queue import later

log = logging.getLogger(__name__)
State = OutgoingMessage.State
MAX_ATTEMPTS = 8
SILENT = timedelta(minutes=5)  # much longer than any mail server is waited for
FOR_GOOD = 500


def write(owner, *, key, to, subject, body, by, documents=(), attachments=()) -> OutgoingMessage:
    """Write a letter once per `key`; it leaves after the transaction is committed. Announces
    `letter_written`."""
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
        letter.attachments.set(attachments)
        registry.announce("letter_written", letter, by=by)
        transaction.on_commit(partial(_queue, letter.pk), robust=True)
    return letter


def withdraw(*owners, key_begins="") -> int:
    """What waits to be sent about them does not leave; what is being sent has left. They are of one
    kind."""
    theirs = OutgoingMessage.objects.of_any(type(owners[0]), [owner.pk for owner in owners])
    waiting = theirs.filter(state=State.WAITING, key__startswith=key_begins)
    return waiting.update(state=State.WITHDRAWN)


def _queue(pk):
    if can_send():
        later("core.jobs.send_letter", pk)


def can_send() -> bool:
    return bool(settings.EMAIL_URL) and not Installation.has_demo_data()


def send(pk: int):
    """Send one waiting letter. It is claimed after all that can be made ready is, and before it is
    given to the server: a worker killed in between leaves it «unknown» for a person to decide, and
    no letter goes out twice by itself."""
    letter = OutgoingMessage.objects.filter(pk=pk, state=State.WAITING).first()
    if letter is None:
        return
    connection = get_connection()
    try:
        email = _email(letter, connection)
        connection.open()
    except Exception as fault:  # a paper that cannot be drawn must not stop other letters
        if _claim(letter):
            _put_off(letter, fault, for_good=False)
        return
    with contextlib.ExitStack() as ending:
        ending.callback(_close, connection)
        if _claim(letter):
            _give(email, letter)


def _claim(letter) -> bool:
    letter.attempts, letter.next_try_at = letter.attempts + 1, clock.now()
    letter.state = State.SENDING
    return bool(
        OutgoingMessage.objects.filter(pk=letter.pk, state=State.WAITING).update(
            state=letter.state, attempts=letter.attempts, next_try_at=letter.next_try_at, error=""
        )
    )


def _give(email, letter):
    try:
        email.send()
    except smtplib.SMTPRecipientsRefused as answer:
        code = max(code for code, _text in answer.recipients.values())
        _put_off(letter, answer, for_good=code >= FOR_GOOD)
    except smtplib.SMTPResponseException as answer:
        _put_off(letter, answer, for_good=answer.smtp_code >= FOR_GOOD)
    except (smtplib.SMTPException, OSError) as silence:
        _leave_unknown(letter, str(silence))
    else:
        letter.state, letter.sent_at, letter.error = State.SENT, clock.now(), ""
        letter.save(update_fields=["state", "sent_at", "error"])
        _tell_that_it_left(letter)


def _tell_that_it_left(letter):
    """It has left whatever others make of that."""
    try:
        with transaction.atomic():
            registry.announce("letter_sent", letter, by=letter.by)
    except Exception:
        log.exception("letter %s was sent, and what follows from it failed", letter.pk)


def _close(connection):
    with contextlib.suppress(smtplib.SMTPException, OSError):
        connection.close()


def _put_off(letter, fault, *, for_good):
    log.warning("letter %s was not sent: %s", letter.pk, fault)
    given_up = for_good or letter.attempts >= MAX_ATTEMPTS
    letter.state = State.FAILED if given_up else State.WAITING
    letter.error = str(fault)[:1000]
    letter.next_try_at = clock.now() + timedelta(minutes=2**letter.attempts)
    letter.save(update_fields=["state", "error", "next_try_at"])
    if given_up:
        registry.announce("letter_not_sent", letter, by=letter.by)


def _leave_unknown(letter, reason):
    """The server may have taken it before the connection broke: a person decides what next."""
    log.warning("the fate of letter %s is unknown: %s", letter.pk, reason)
    OutgoingMessage.objects.filter(pk=letter.pk).update(error=reason[:1000])
    registry.announce("letter_not_sent", letter, by=letter.by)


def tell_of_unknown():
    """Letters whose worker was killed while sending: their writers learn of it once."""
    for letter in OutgoingMessage.objects.claimed_before(clock.now() - SILENT).filter(error=""):
        _leave_unknown(letter, _("The program broke off while it was sending."))


def _email(letter, connection) -> EmailMessage:
    email = EmailMessage(
        letter.subject,
        letter.body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        headers={"Message-ID": f"<letter-{letter.pk}@{settings.PUBLIC_URL.split('//')[-1]}>"},
        connection=connection,
    )
    for document in letter.documents.all():
        email.attach(file_name(document), pdf_of(document), "application/pdf")
    for attachment in letter.attachments.order_by("pk"):
        email.attach(*copy_to_send(attachment))
    return email


def send_again(letter, *, by):
    """A person decides that a letter of unknown fate, or a refused one, goes out again."""
    if letter.state == State.SENDING and letter.next_try_at > clock.now() - SILENT:
        raise Refused(_("This letter is being sent just now. Look again in five minutes."))
    open_ = OutgoingMessage.objects.filter(
        pk=letter.pk, state=letter.state, next_try_at=letter.next_try_at
    ).filter(state__in=[State.SENDING, State.FAILED])
    if not open_.update(state=State.WAITING, attempts=0, next_try_at=clock.now(), by=by, error=""):
        raise Refused(_("This letter is sent already or waits to be sent."))
    transaction.on_commit(partial(_queue, letter.pk), robust=True)
