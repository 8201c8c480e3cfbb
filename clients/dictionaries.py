from django.utils.translation import gettext_lazy as _

from clients.models import AdSource
from company.dictionaries import Dictionary, dictionary


@dictionary
class AdSources(Dictionary):
    code = "ad-sources"
    model = AdSource
    title = _("Ad sources")
    help = _("How clients heard of the firm: asked when a client is registered.")
    section = "clients"
    icon = "speakerphone"
