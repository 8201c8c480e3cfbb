import hashlib

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from company.models import BankAccount
from core import clock, jobs
from core.errors import Refused
from orders.models import BankStatement
from orders.money.statements import decoding, reading
from orders.money.statements.lifecycle import FINISH
from orders.money.statements.work import KIND

LONGEST_NAME, LONGEST_PATH = 200, 80


def upload_statement(upload, *, by) -> BankStatement:
    """Keep the file and let the worker take its lines. A file that is known already answers the
    statement of the first time; what is no statement of ours is refused at once."""
    if not by.has_perm(FINISH):
        raise PermissionDenied
    if upload.size > decoding.MAX_BYTES:
        raise Refused(
            _("The file is larger than %(limit)s MB: ask the bank for a shorter period.")
            % {"limit": decoding.MAX_BYTES // 1024 // 1024}
        )
    content = upload.read()
    digest = hashlib.sha256(content).hexdigest()
    if known := BankStatement.objects.filter(digest=digest).first():
        return known
    found = reading.read(content)
    _refuse_anothers(found)
    try:
        return _kept(upload.name, content, digest, found, by=by)
    except IntegrityError:  # the same file came twice at this moment
        return BankStatement.objects.get(digest=digest)


def _refuse_anothers(found):
    """As long as the firm names no account of its own, any statement is taken for its own."""
    ours = set(BankAccount.objects.values_list("account", flat=True))
    if ours and not ours.intersection(found.accounts):
        raise Refused(
            _(
                "This statement is of the account %(account)s, which is none of the firm's: add it"
                " to the bank accounts first."
            )
            % {"account": ", ".join(found.accounts) or "?"}
        )


@transaction.atomic
def _kept(name, content, digest, found, *, by):
    since, until = found.period
    statement = BankStatement(
        name=name[-LONGEST_NAME:],
        digest=digest,
        encoding=found.encoding,
        sender=found.sender[:120],
        accounts=list(found.accounts),
        since=since,
        until=until,
        faults=[[fault.line, fault.text] for fault in found.faults],
        by=by,
        uploaded_at=clock.now(),
    )
    path = get_valid_filename(name)[-LONGEST_PATH:]
    statement.file.save(path, ContentFile(content), save=False)
    statement.save()
    _begin(statement, by=by)
    return statement


@transaction.atomic
def read_statement_again(statement, *, by) -> BankStatement:
    """Where the work broke off or was stopped: it goes on, and takes nothing twice."""
    if not by.has_perm(FINISH):
        raise PermissionDenied
    locked = BankStatement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if locked.is_at_work or not locked.is_being_read:
        raise Refused(_("This statement is read already, or being read."))
    _begin(locked, by=by)
    return locked


def _begin(statement, *, by):
    title = _("Bank statement “%(name)s”") % {"name": statement.name}
    statement.job = jobs.start(KIND, title[:200], by=by, statement=statement.pk)
    statement.save(update_fields=["job"])
