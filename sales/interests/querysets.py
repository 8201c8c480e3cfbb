from django.db.models import QuerySet

from company.scope import within
from sales.interests.lifecycle import SEE, UNDECIDED


class InterestQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "responsible", "office"))

    def undecided(self):
        return self.filter(status__in=UNDECIDED)

    def with_people(self):
        return self.select_related("client", "responsible").defer("client__name_grams")
