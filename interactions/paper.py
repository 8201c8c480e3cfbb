"""The register of interactions: the list as a person has filtered it, on paper."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from company.models import Firm
from core import clock
from core.errors import Refused
from core.paper import pdf_from_html

MOST_ROWS = 1000


def register(page) -> bytes:
    """Oldest first; `page` is an InteractionList."""
    rows = list(
        page.queryset.select_related("held_by").order_by("moment_at", "pk")[: MOST_ROWS + 1]
    )
    if len(rows) > MOST_ROWS:
        raise Refused(
            _("More than 1000 rows do not make a paper: choose a shorter period, or take Excel.")
        )
    chosen = page.filters.form.cleaned_data if page.filters.is_valid() else {}
    context = {
        "rows": rows,
        "firm": Firm.get(),
        "since": chosen.get("since"),
        "until": chosen.get("until"),
        "client": rows[0].client if rows and chosen.get("client") else None,
        "responsible": chosen.get("responsible"),
        "kind": chosen.get("kind"),
        "now": clock.now(),
        "by": page.user,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return pdf_from_html(render_to_string("interactions/documents/register.html", context))
