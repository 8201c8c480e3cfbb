"""What becomes of the rows of this app and of those below, when a client's data is erased."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import (
    Address,
    CardView,
    Client,
    ClientPhone,
    ClientTarget,
    Consent,
    ContactPerson,
    DataTerm,
    DifferentPeople,
    DuplicatePair,
    Email,
    Erasure,
    ExternalKey,
    Merge,
    Messenger,
    PersonalRequest,
    PersonalRequestStep,
    PersonMerge,
    RelationLevel,
    Requisites,
    SegmentMember,
)
from company.models import (
    Approval,
    ApprovalStep,
    Assignment,
    AssignmentStep,
    Deadline,
    DeadlineStep,
    DeadlineWarning,
)
from core import attachments, registry
from core.models import Attachment, Document, OutgoingMessage, SecretLink
from core.registry import PersonalData

PROOF = _("proof that the law was kept: 3 years (152-FZ, 38-FZ art. 18)")
State = OutgoingMessage.State


def kept_by_law() -> list[str]:
    """The models whose rows, and with them their papers, the law makes one keep."""
    known = registry.personal_data.values()
    return [each.model._meta.label_lower for each in known if each.ground]


def _files(rows):
    """Of what is kept the signature and the sketch stay: they are parts of the contract."""
    stays = Q(owner_type__in=kept_by_law()) & ~Q(owner_type__startswith="clients.")
    attachments.forget(rows.exclude(stays))
    for file in rows.filter(stays):
        attachments.forget_name(file)


def _papers(rows):
    gone = rows.exclude(owner_type__in=kept_by_law())
    stored = [each.pdf for each in gone if each.pdf]
    gone.delete()
    for file in stored:
        file.delete(save=False)


def _letters(rows):
    """One that waits is not sent any more."""
    rows.filter(state=State.WAITING).update(state=State.FAILED)


ENTRIES = (
    *(
        PersonalData(model, is_deleted=True)
        for model in (
            *(ClientPhone, Email, Messenger, Address, Requisites, ContactPerson, RelationLevel),
            *(ClientTarget, DuplicatePair, Merge, SegmentMember, ExternalKey, CardView, DataTerm),
            *(PersonMerge, DifferentPeople),
            *(Client.tags.through, SecretLink, Deadline, DeadlineStep, DeadlineWarning),
        )
    ),
    PersonalData(Consent, ("withdrawal_note",), ground=PROOF),
    PersonalData(PersonalRequest, ("text", "answer"), ground=PROOF),
    PersonalData(PersonalRequestStep, ("note",), ground=PROOF),
    PersonalData(Erasure, kept=("reason", "wiped", "kept"), ground=PROOF),
    PersonalData(Approval, ("reason", "answer", "subject_name"), kept=("asked",)),
    PersonalData(ApprovalStep, ("note",)),
    PersonalData(Assignment, ("note", "answer")),
    PersonalData(AssignmentStep, ("note",)),
    PersonalData(Attachment, erase=_files),
    PersonalData(Document, erase=_papers, kept=("content", "pdf", "number", "sha256")),
    PersonalData(OutgoingMessage, ("to", "subject", "body", "error"), erase=_letters),
)
