from django.utils.translation import gettext_lazy as _

from clients.models import Erasure
from clients.personal.erasing import ACT
from company.models import Firm
from core.documents import DocumentKind, add_kind


def erasure_act(erasure: Erasure) -> dict:
    """What order No. 179 of the authority (28.10.2022) asks of an act; the person stands there by
    the number of the card, since a name would be personal data again."""
    firm = Firm.get()
    return {
        "firm": {"name": firm.legal_name, "inn": firm.inn, "address": firm.legal_address},
        "client": erasure.client_id,
        "date": f"{erasure.at:%d.%m.%Y}",
        "reason": erasure.reason,
        "wiped": erasure.wiped,
        "kept": erasure.kept,
        "by": {"name": erasure.by.full_name, "post": erasure.by.post},
    }


add_kind(
    DocumentKind(
        code=ACT,
        title=_("Act of destruction of personal data"),
        template="clients/documents/erasure_act.html",
        content=erasure_act,
        number=lambda erasure: str(erasure.pk),
        owner_label="clients.erasure",
    )
)
