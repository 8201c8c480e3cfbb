from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from sales.models import ProposalTemplate


@dictionary
class ProposalTemplates(Dictionary):
    code = "proposal-templates"
    model = ProposalTemplate
    title = _("Templates of proposals")
    help = _(
        "What a new proposal begins with. Words in braces become the client's name, the sum, the"
        " last day and so on when it is sent."
    )
    section = "sales"
    icon = "template"
    right = "sales.change_proposaltemplate"
    fields = ("name", "text", "terms", "valid_days")
    order = 82
