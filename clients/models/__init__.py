from clients.models.ad_source import AdSource
from clients.models.average_relation import AverageRelation
from clients.models.bulk_change import BulkChange
from clients.models.client import Client, ClientTag
from clients.models.consent import Consent, ConsentText
from clients.models.contact_person import ContactPerson, RelationLevel
from clients.models.data_term import DataTerm
from clients.models.duplicate import DuplicateGroup, DuplicatePair, DuplicateStep
from clients.models.entry_rule import EntryRule
from clients.models.importing import ColumnMapping, ExternalKey, Import, ImportRow
from clients.models.merge import Merge
from clients.models.name_word import NameWord
from clients.models.person_merge import DifferentPeople, PersonMerge
from clients.models.personal import CardView, Erasure, PersonalRequest, PersonalRequestStep
from clients.models.phone import ClientPhone
from clients.models.reach import Address, Email, Messenger
from clients.models.region import Region
from clients.models.relation_rules import RelationRules
from clients.models.requisites import Requisites
from clients.models.segment import Segment, SegmentMember
from clients.models.summary import ClientSummary
from clients.models.tag import ClientGroup, Tag
from clients.models.target import ClientTarget

__all__ = [
    "AdSource",
    "Address",
    "AverageRelation",
    "BulkChange",
    "CardView",
    "Client",
    "ClientGroup",
    "ClientPhone",
    "ClientSummary",
    "ClientTag",
    "ClientTarget",
    "ColumnMapping",
    "Consent",
    "ConsentText",
    "ContactPerson",
    "DataTerm",
    "DifferentPeople",
    "DuplicateGroup",
    "DuplicatePair",
    "DuplicateStep",
    "Email",
    "EntryRule",
    "Erasure",
    "ExternalKey",
    "Import",
    "ImportRow",
    "Merge",
    "Messenger",
    "NameWord",
    "PersonMerge",
    "PersonalRequest",
    "PersonalRequestStep",
    "Region",
    "RelationLevel",
    "RelationRules",
    "Requisites",
    "Segment",
    "SegmentMember",
    "Tag",
]
