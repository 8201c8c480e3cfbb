"""A small score that is explained: each factor is answered by a person or found in the data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ContactPerson


@dataclass(frozen=True)
class Factor:
    """`answers` is {key: (words, points)}; what `find` answers nobody is asked."""

    code: str
    label: str
    answers: dict[str, tuple[str, int]]
    find: Callable[[Any], str] | None = None

    def choices(self) -> list[tuple]:
        return [(key, words) for key, (words, _points) in self.answers.items()]


def scored(factors, subject, answers) -> tuple[int, list]:
    """From 0 to 100, and [code, answer, points] of every factor."""
    parts = []
    for factor in factors:
        key = factor.find(subject) if factor.find else answers.get(factor.code, "")
        points = factor.answers[key][1] if key in factor.answers else 0
        parts.append([factor.code, key, points])
    return max(0, min(100, sum(points for *_said, points in parts))), parts


def explained(factors, parts) -> list[tuple]:
    """(what was looked at, what was found, points), in words; what is asked no more is gone."""
    known = {factor.code: factor for factor in factors}
    unknown = (pgettext_lazy("answer", "not answered"), 0)
    return [
        (known[code].label, known[code].answers.get(key, unknown)[0], points)
        for code, key, points in parts
        if code in known
    ]


def _history(deal):
    count = deal.client.summary.orders_count
    return "none" if not count else "one" if count == 1 else "several"


def _debt(deal):
    return "yes" if deal.client.summary.debt_sum > 0 else "no"


def _decides(deal):
    decides = ContactPerson.Part.DECISION_MAKER
    people = deal.people.select_related("person")
    if any((each.part or each.person.part) == decides for each in people):
        return "known"
    return "self" if deal.client.kind == deal.client.Kind.PERSON else "unknown"


def _rivals(deal):
    prices = list(deal.competitor_offers.values_list("price", flat=True))
    if not prices:
        return "none"
    cheaper = [price for price in prices if price is not None and price < deal.expected_sum]
    return "cheaper" if cheaper else "some"


YES, NO = pgettext_lazy("answer", "Yes"), pgettext_lazy("answer", "No")
UNKNOWN = pgettext_lazy("answer", "Not known")
RISK = [
    Factor(
        "budget",
        _("Is there money for it?"),
        {"yes": (YES, 0), "unknown": (UNKNOWN, 12), "no": (NO, 25)},
    ),
    Factor(
        "term",
        _("Is the date real for us?"),
        {"yes": (YES, 0), "unknown": (UNKNOWN, 5), "no": (NO, 15)},
    ),
    Factor(
        "task",
        _("Is it clear what is to be made?"),
        {"yes": (YES, 0), "no": (NO, 10)},
    ),
    Factor(
        "history",
        _("Orders of the client before"),
        {
            "none": (pgettext_lazy("orders before", "None"), 15),
            "one": (pgettext_lazy("orders before", "One"), 7),
            "several": (pgettext_lazy("orders before", "Several"), 0),
        },
        _history,
    ),
    Factor("debt", _("Debt of the client"), {"yes": (YES, 15), "no": (NO, 0)}, _debt),
    Factor(
        "decides",
        _("Who decides"),
        {
            "known": (pgettext_lazy("who decides", "Known"), 0),
            "self": (pgettext_lazy("who decides", "The client decides"), 0),
            "unknown": (pgettext_lazy("who decides", "Not known"), 20),
        },
        _decides,
    ),
    Factor(
        "rivals",
        _("Offers of competitors"),
        {
            "none": (pgettext_lazy("offers", "None known"), 0),
            "some": (pgettext_lazy("offers", "There are some"), 8),
            "cheaper": (pgettext_lazy("offers", "There is a cheaper one"), 15),
        },
        _rivals,
    ),
]


def _bought(client):
    count = client.summary.orders_count
    return "none" if not count else "one" if count == 1 else "several"


PROSPECTS = [
    Factor(
        "need",
        _("How often may they need our work?"),
        {
            "monthly": (pgettext_lazy("how often", "Every month"), 35),
            "yearly": (pgettext_lazy("how often", "A few times a year"), 20),
            "once": (pgettext_lazy("how often", "Once"), 5),
        },
    ),
    Factor(
        "grows",
        _("Is their business growing?"),
        {"yes": (YES, 20), "unknown": (UNKNOWN, 8), "no": (NO, 0)},
    ),
    Factor(
        "share",
        _("Do they buy this elsewhere too?"),
        {
            "much": (pgettext_lazy("buys elsewhere", "Much: we may win it"), 25),
            "some": (pgettext_lazy("buys elsewhere", "Something"), 15),
            "no": (pgettext_lazy("buys elsewhere", "Only from us"), 5),
        },
    ),
    Factor(
        "orders",
        _("Orders of the client before"),
        {
            "none": (pgettext_lazy("orders before", "None"), 0),
            "one": (pgettext_lazy("orders before", "One"), 10),
            "several": (pgettext_lazy("orders before", "Several"), 20),
        },
        _bought,
    ),
]
