from django.db.models import QuerySet

from core import clock
from orders.work_orders.querysets import scoped


class PaymentQuerySet(QuerySet):
    def visible_to(self, user):
        return scoped(self, user, "orders.view_payment", "order__")

    def on_day(self, day):
        return self.filter(day=day)

    def today(self):
        return self.on_day(clock.today())
