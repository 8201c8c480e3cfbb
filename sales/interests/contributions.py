from django.db.models import F
from django.utils.translation import pgettext_lazy

from core import registry
from sales.interests.lifecycle import SEE
from sales.models import Interest, InterestStep


def contribute():
    registry.add_owner(
        registry.Owner(Interest, Interest.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.hangs_on_client.append(registry.Hanging(Interest, "client"))
    registry.dealings.append(registry.Dealing(Interest.objects.visible_to))
    for model, field in [
        (Interest, "responsible"),
        (Interest, "created_by"),
        (InterestStep, "by"),
    ]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.duties.append(
        registry.Duty(
            "interests",
            pgettext_lazy("list", "Interests"),
            Interest,
            "responsible",
            Interest.objects.undecided,
            SEE,
            of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
            path="client",
            order=29,
        )
    )
    registry.add_personal_data(
        registry.PersonalData(Interest, ("wish", "agreed")),
        registry.PersonalData(InterestStep, ("note",)),
    )
