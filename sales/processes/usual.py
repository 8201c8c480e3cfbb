"""How most workshops sell, and why they lose, to begin with."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.robot import robot
from core import clock
from sales.models import LossReason, ProcessStage, ProcessVersion, SaleProcess

NAME = _("Made to order")
# (key, name, norm in working days, probability, required fields)
STAGES = (
    ("acquaintance", pgettext_lazy("stage of a deal", "Acquaintance"), 2, 10, ("wish",)),
    (
        "measuring",
        pgettext_lazy("stage of a deal", "Task and measuring"),
        5,
        30,
        ("product_groups", "expected_sum"),
    ),
    ("proposal", pgettext_lazy("stage of a deal", "Proposal"), 3, 50, ("expected_on",)),
    ("agreement", pgettext_lazy("stage of a deal", "Agreement"), 5, 70, ("people",)),
    ("contract", pgettext_lazy("stage of a deal", "Contract and prepayment"), 5, 90, ()),
)
# (name, whether it is unmet demand)
REASONS = (
    (_("Too expensive"), False),
    (_("Too long to wait"), False),
    (_("Chose a competitor"), False),
    (_("Put off for an indefinite time"), False),
    (_("No answer from the client"), False),
    (_("We do not make this"), True),
    (_("No such material"), True),
)


@transaction.atomic
def load():
    """Where there is none yet; the words become data in the firm's language."""
    with translation.override(settings.LANGUAGE_CODE):
        if not SaleProcess.objects.exists():
            _process()
        if not LossReason.objects.exists():
            for place, (name, is_unmet) in enumerate(REASONS, start=1):
                LossReason.objects.create(name=str(name), is_unmet=is_unmet, ordering=place * 10)


def _process():
    process = SaleProcess.objects.create(name=str(NAME), ordering=10)
    version = ProcessVersion.objects.create(
        process=process, number=1, made_at=clock.now(), made_by=robot()
    )
    for place, (key, name, norm, probability, required) in enumerate(STAGES):
        ProcessStage.objects.create(
            version=version,
            key=key,
            name=str(name),
            ordinal=place,
            norm_days=norm,
            probability=probability,
            required_fields=list(required),
        )
