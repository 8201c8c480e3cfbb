from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from production.models import DefectCause


@dictionary
class DefectCauses(Dictionary):
    code = "defect-causes"
    model = DefectCause
    title = _("Causes of defects")
    help = _("Chosen when a position is sent back: what the firm's defects come from.")
    section = "shop"
    icon = "bug"
    right = "company.change_stage"
    order = 90
