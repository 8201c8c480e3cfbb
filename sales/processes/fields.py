"""What a stage may ask to be known of a deal before it is left, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class RequiredField:
    """`column` is the field of the deal that a form can ask for; without one it is given on the
    deal's page."""

    code: str
    label: str
    is_given: Callable[[Any], bool]
    column: str = ""


def _has_decision_maker(deal) -> bool:
    decides = deal.people.model.person.field.related_model.Part.DECISION_MAKER
    people = deal.people.select_related("person")
    return any((each.part or each.person.part) == decides for each in people)


_FIELDS = (
    RequiredField("wish", _("The client's wish"), lambda deal: bool(deal.wish.strip()), "wish"),
    RequiredField(
        "product_groups",
        _("Product groups"),
        lambda deal: deal.product_groups.exists(),
        "product_groups",
    ),
    RequiredField("expected_sum", _("Expected sum"), lambda d: d.expected_sum > 0, "expected_sum"),
    RequiredField(
        "expected_on",
        pgettext_lazy("deal", "Day of expected closing"),
        lambda deal: deal.expected_on is not None,
        "expected_on",
    ),
    RequiredField("ad_source", _("Ad source"), lambda d: d.ad_source_id is not None, "ad_source"),
    RequiredField("people", _("Participants of the decision"), lambda deal: deal.people.exists()),
    RequiredField("decision_maker", _("Who decides"), _has_decision_maker),
    RequiredField(
        "competitors", _("Offers of competitors"), lambda deal: deal.competitor_offers.exists()
    ),
    RequiredField("risk", _("Risk of the deal"), lambda deal: deal.risk_scores.exists()),
)
FIELDS = {field.code: field for field in _FIELDS}


def add_field(field: RequiredField):
    """Of another subject of sales, from its contributions."""
    FIELDS[field.code] = field


def choices() -> list[tuple]:
    return [(field.code, field.label) for field in FIELDS.values()]


def lacking(deal, to) -> list[RequiredField]:
    """What the stages from the deal's own up to `to` ask for and is not given; nothing is asked on
    the way back."""
    passed = deal.process_version.stages.filter(
        ordinal__gte=deal.stage.ordinal, ordinal__lt=to.ordinal
    )
    asked = dict.fromkeys(code for stage in passed for code in stage.required_fields)
    known = (FIELDS[code] for code in asked if code in FIELDS)
    return [field for field in known if not field.is_given(deal)]
