from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from sales.models import Competitor, LossReason
from sales.processes.actions import CHANGE


@dictionary
class LossReasons(Dictionary):
    code = "loss-reasons"
    model = LossReason
    title = _("Reasons of losses")
    help = _("Why nothing came of an interest or a deal, as it is counted.")
    right = CHANGE
    fields = ("name", "is_unmet")


@dictionary
class Competitors(Dictionary):
    code = "competitors"
    model = Competitor
    title = _("Competitors")
    help = _("Whom we compete with; what they offer is noted in deals.")
    section = "sales"
    icon = "swords"
    right = CHANGE
    fields = ("name", "site", "note")
    columns = ("name", "site")
    in_nav = True
    order = 85
