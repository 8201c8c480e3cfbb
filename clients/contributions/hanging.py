"""What hangs on clients, on their people and on whoever has written it."""

from django.utils.translation import gettext_lazy as _

from clients.contributions.menu import CLIENTS, SEE
from clients.merging.moving import copy_reach, move_pairs, stay
from clients.models import (
    Address,
    BulkChange,
    Client,
    ClientPhone,
    ClientSummary,
    ClientTarget,
    ContactPerson,
    DifferentPeople,
    DuplicatePair,
    DuplicateStep,
    Email,
    ExternalKey,
    Import,
    Merge,
    Messenger,
    PersonMerge,
    RelationLevel,
    Requisites,
    Segment,
    SegmentMember,
)
from core import registry
from core.registry import Duty, Hanging

OF_CLIENT = (
    Hanging(ClientPhone, "client", copy_reach, _("Phone")),
    Hanging(Email, "client", copy_reach, _("E-mail")),
    Hanging(Messenger, "client", copy_reach, _("Messenger")),
    Hanging(Address, "client", copy_reach, _("Address")),
    Hanging(ContactPerson, "client"),
    Hanging(Requisites, "client", stay),  # merged field by field
    Hanging(ClientSummary, "client", stay, None),
    Hanging(ClientTarget, "client", label=_("Target")),
    Hanging(Client.tags.through, "client", label=_("Tag")),
    Hanging(DuplicatePair, "first", move_pairs, None),
    Hanging(DuplicatePair, "second", move_pairs, None),
    Hanging(Merge, "survivor"),
    Hanging(SegmentMember, "client", label=None),
    Hanging(ExternalKey, "client", label=None),
)
OF_PERSON = (
    Hanging(ClientPhone, "person"),
    Hanging(Email, "person"),
    Hanging(Messenger, "person"),
    Hanging(RelationLevel, "person"),
    Hanging(PersonMerge, "survivor"),
)
OF_EMPLOYEE = (
    Hanging(Client, "responsible"),
    Hanging(Client, "created_by"),
    Hanging(ContactPerson, "created_by"),
    Hanging(RelationLevel, "by"),
    Hanging(Segment, "owner"),
    Hanging(Import, "by"),
    Hanging(DuplicateStep, "by"),
    Hanging(Merge, "by"),
    Hanging(PersonMerge, "by"),
    Hanging(DifferentPeople, "by"),
    Hanging(BulkChange, "by"),
)


def contribute():
    registry.hangs_on_client += OF_CLIENT
    registry.hangs_on_person += OF_PERSON
    registry.hangs_on_employee += OF_EMPLOYEE
    registry.duties += [
        Duty("clients", CLIENTS, Client, "responsible", Client.objects.all, SEE, order=10),
        Duty(
            "segments",
            _("Segments for everybody"),
            Segment,
            "owner",
            lambda: Segment.objects.filter(is_shared=True),
            SEE,
            order=70,
        ),
    ]
