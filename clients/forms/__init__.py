from clients.forms.client import AddForm, ClientForm, EditForm
from clients.forms.person import PersonForm
from clients.forms.plan import PlanForm
from clients.forms.requisites import RequisitesForm

__all__ = ["AddForm", "ClientForm", "EditForm", "PersonForm", "PlanForm", "RequisitesForm"]
