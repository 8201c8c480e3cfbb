from django.db.models import F
from django.utils.translation import pgettext_lazy

from core import registry
from sales.deals.lifecycle import SEE
from sales.models import Deal, DealStay, DealStep


def contribute():
    registry.add_owner(
        registry.Owner(Deal, Deal.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.hangs_on_client.append(registry.Hanging(Deal, "client"))
    registry.dealings.append(registry.Dealing(Deal.objects.visible_to))
    for model, field in [(Deal, "responsible"), (Deal, "created_by"), (DealStep, "by")]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.duties.append(
        registry.Duty(
            "deals",
            pgettext_lazy("list", "Deals"),
            Deal,
            "responsible",
            Deal.objects.open,
            SEE,
            of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
            path="client",
            order=30,
        )
    )
    registry.add_personal_data(
        registry.PersonalData(Deal, ("title", "wish")),
        registry.PersonalData(DealStay),
        registry.PersonalData(DealStep, ("note",)),
    )
