"""Which deals a funnel counts, and the list that shows the same ones."""

from urllib.parse import urlencode

from django.urls import reverse

from clients.actions import clients_of
from company.scope import sees_all
from sales.models import Deal, DealStay

CHOSEN = ("responsible", "ad_source", "segment")


class Whose:
    def __init__(self, user, filters: dict):
        self.user, self.process = user, filters["process"]
        self.chosen = {name: filters[name] for name in CHOSEN if filters[name]}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen) or not sees_all(self.user)

    def deals(self):
        rows = Deal.objects.visible_to(self.user).filter(process=self.process)
        for name, value in self.chosen.items():
            if name == "segment":
                rows = rows.of_clients(clients_of(value))
            else:
                rows = rows.filter(**{name: value})
        return rows

    def stays(self, since=None, until=None):
        """Of these deals; only where they are narrowed are the deals themselves asked."""
        stays = DealStay.objects.filter(process=self.process).opened_between(since, until)
        if not self.is_narrowed:
            return stays
        return stays.of_deals(self.deals().opened_between(since, until).values("pk"))

    def listed(self, **narrowed) -> str:
        chosen = {name: value.pk for name, value in self.chosen.items()}
        query = {"process": self.process.pk, **chosen, **narrowed}
        return f"{reverse('sales:deals')}?{urlencode(query)}"
