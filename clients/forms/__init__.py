from clients.forms.bulk import BulkForm
from clients.forms.client import AddForm, ClientForm, EditForm
from clients.forms.group import GroupTermsForm
from clients.forms.hidden import drop_hidden
from clients.forms.history import HistoryForm
from clients.forms.importing import ColumnsForm
from clients.forms.merge import ChoiceForm, MergeForm
from clients.forms.person import PersonForm
from clients.forms.personal import (
    AnswerForm,
    ConsentForm,
    EraseForm,
    KeepDataForm,
    RequestForm,
    WithdrawForm,
)
from clients.forms.plan import PlanForm
from clients.forms.requisites import RequisitesForm
from clients.forms.segment import SegmentForm

__all__ = [
    "AddForm",
    "AnswerForm",
    "BulkForm",
    "ChoiceForm",
    "ClientForm",
    "ColumnsForm",
    "ConsentForm",
    "EditForm",
    "EraseForm",
    "GroupTermsForm",
    "HistoryForm",
    "KeepDataForm",
    "MergeForm",
    "PersonForm",
    "PlanForm",
    "RequestForm",
    "RequisitesForm",
    "SegmentForm",
    "WithdrawForm",
    "drop_hidden",
]
