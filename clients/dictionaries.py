from django.utils.translation import gettext_lazy as _

from clients.models import AdSource
from company.dictionaries import Dictionary, dictionary


@dictionary
class AdSources(Dictionary):
    code = "ad-sources"
    model = AdSource
    title = _("Ad sources")
    help = _("How a client has heard of the firm: asked once, when the client is registered.")
    section = "clients"
    icon = "speakerphone"
