from django.db.models import QuerySet

from company.scope import within
from sales.deals.lifecycle import SEE, DealStatus


class DealQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "responsible", "office"))

    def open(self):
        return self.filter(status=DealStatus.OPEN)

    def with_people(self):
        return self.select_related("client", "responsible", "stage").defer("client__name_grams")
