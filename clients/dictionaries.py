from django.utils.translation import gettext_lazy as _

from clients.forms.consent_text import ConsentTextForm
from clients.models import AdSource, ClientGroup, ConsentText, Region, RelationRules, Tag
from company.dictionaries import Dictionary, dictionary
from company.forms.own_field import OwnFieldForm
from company.models import OwnField


@dictionary
class AdSources(Dictionary):
    code = "ad-sources"
    model = AdSource
    title = _("Ad sources")
    help = _("How clients heard of the firm: asked when a client is registered.")
    section = "clients"
    icon = "speakerphone"
    fields = ("name", "answer_minutes")


@dictionary
class Tags(Dictionary):
    code = "tags"
    model = Tag
    title = _("Tags")
    help = _("Short words by which clients are marked and found again.")
    section = "clients"
    icon = "tags"


@dictionary
class ClientGroups(Dictionary):
    code = "client-groups"
    model = ClientGroup
    title = _("Groups of organisations")
    help = _("Organisations of one owner: a holding, a chain of shops.")
    section = "clients"
    icon = "buildings"


@dictionary
class Regions(Dictionary):
    code = "regions"
    model = Region
    title = _("Regions")
    help = _("Where clients are at home: cities, districts or regions, as sales are to be counted.")
    section = "clients"
    icon = "map-2"


@dictionary
class RelationStates(Dictionary):
    code = "relation-rules"
    model = RelationRules
    title = _("Relation states")
    help = _(
        "From which day on a client counts as regular, sleeping or lost. Nobody has ordered yet: "
        "potential; one order: new. Add new rules instead of changing those that were in force."
    )
    section = "clients"
    icon = "heart-handshake"
    fields = ("valid_from", "regular_from_orders", "sleeping_after_days", "lost_after_days")
    fixed = ("valid_from",)


@dictionary
class OwnFields(Dictionary):
    code = "own-fields"
    model = OwnField
    title = _("Own fields of clients")
    help = _("What the firm wants to know of clients besides the usual: in forms and segments too.")
    section = "clients"
    icon = "forms"
    form = OwnFieldForm
    fields = ("label", "kind", "options")
    fixed = ("kind",)


@dictionary
class ConsentTexts(Dictionary):
    code = "consent-texts"
    model = ConsentText
    title = _("Texts of consents")
    help = _(
        "The words that clients agree to, by purpose and day. A text that somebody has agreed to "
        "does not change: add a new version."
    )
    section = "clients"
    icon = "file-certificate"
    form = ConsentTextForm
    fields = ("name", "purpose", "valid_from", "valid_months", "text")
    columns = ("purpose", "name", "valid_from")
