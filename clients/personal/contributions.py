"""What the duties on personal data contribute to the pages of clients and of others."""

from django.utils.translation import pgettext_lazy

from clients.merging.moving import stay
from clients.models import (
    CardView,
    Consent,
    DataTerm,
    Erasure,
    PersonalRequest,
    PersonalRequestStep,
)
from clients.models.personal import ERASE_RIGHT
from clients.personal import declared, file, panels, terms
from clients.personal.lifecycle import HANDLE_RIGHT
from core import jobs, registry
from core.registry import Hanging, NavItem, Panel

CHANGE = "clients.change_client"


def contribute():
    _hang()
    _own()
    registry.add_panel(
        Panel(
            "clients.client",
            "consents",
            "clients/_consents.html",
            panels.consents,
            order=70,
            place="aside",
            mark=panels.has_any,
        )
    )
    registry.add_deadline_kind(terms.KIND)
    jobs.add_kind(file.KIND)
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Requests about personal data"),
            "clients:personal_requests",
            "shield-lock",
            right=HANDLE_RIGHT,
            order=85,
            inside=True,
        )
    )


def _hang():
    registry.hangs_on_client += [
        Hanging(Consent, "client"),
        Hanging(CardView, "client", label=None),
        Hanging(PersonalRequest, "client"),
        Hanging(Erasure, "client", stay, None),
        Hanging(DataTerm, "client", stay, None),
    ]
    registry.hangs_on_employee += [
        Hanging(Consent, "by"),
        Hanging(Consent, "withdrawn_by"),
        Hanging(CardView, "employee"),
        Hanging(PersonalRequest, "by"),
        Hanging(PersonalRequestStep, "by"),
        Hanging(Erasure, "by"),
        Hanging(DataTerm, "kept_by"),
    ]
    registry.add_personal_data(*declared.ENTRIES)


def _own():
    registry.add_owner(registry.Owner(Consent, Consent.objects.visible_to, attach_right=CHANGE))
    registry.add_owner(
        registry.Owner(
            PersonalRequest, PersonalRequest.objects.visible_to, attach_right=HANDLE_RIGHT
        )
    )
    registry.add_owner(registry.Owner(Erasure, Erasure.objects.visible_to))
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Terms of personal data"),
            "clients:data_terms",
            "hourglass-off",
            right=ERASE_RIGHT,
            order=86,
            inside=True,
        )
    )
