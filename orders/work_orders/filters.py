from datetime import timedelta

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.actions import clients_of
from clients.models import Segment
from company.models import Employee, Office, Role
from core.clock import midnight
from orders.money.fields import MoneyField
from orders.sketches.lifecycle import SketchStatus
from orders.work_orders.lifecycle import Status

SKETCHES = [(each.value, each.label) for each in SketchStatus if each != SketchStatus.REPLACED]
MONEY_FILTERS = ("sum_from", "sum_to", "debt_from")


class MoneyFilter(filters.NumberFilter):
    field_class = MoneyField

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"size": 10}), **kwargs)

    def get_max_validator(self):
        return None


def day_filter(label, **kwargs):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return filters.DateFilter(label=label, widget=widget, **kwargs)


def hidden(method):
    return filters.CharFilter(method=method, widget=forms.HiddenInput)


def hidden_day(method):
    return filters.DateFilter(method=method, widget=forms.HiddenInput)


class OrderFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Number, client, phone or “mirror 600”"), method="found_by")
    state = filters.ChoiceFilter(
        label=_("State"), field_name="status", choices=Status.choices, empty_label=_("Any")
    )
    sketch = filters.ChoiceFilter(
        label=_("Sketch"), field_name="sketch_state", choices=SKETCHES, empty_label=_("Any")
    )
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )
    manager = filters.ModelChoiceFilter(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )
    taken_from = day_filter(pgettext_lazy("work order", "Taken from"), method="is_taken_from")
    taken_to = day_filter(pgettext_lazy("work order", "Taken to"), method="is_taken_to")
    promised_from = day_filter(_("Promised from"), field_name="promised_on", lookup_expr="gte")
    promised_to = day_filter(_("Promised to"), field_name="promised_on", lookup_expr="lte")
    sum_from = MoneyFilter(label=_("Sum from, ₽"), field_name="total", lookup_expr="gte")
    sum_to = MoneyFilter(label=_("Sum to, ₽"), field_name="total", lookup_expr="lte")
    debt_from = MoneyFilter(label=_("Debt from, ₽"), field_name="debt", lookup_expr="gte")
    client = filters.NumberFilter(field_name="client_id", widget=forms.HiddenInput)
    # What a report leads here with.
    accepted_from = hidden_day("is_accepted_from")
    accepted_to = hidden_day("is_accepted_to")
    given = filters.CharFilter(method="has_discount", widget=forms.HiddenInput)
    product_group = hidden("has_lines_of")
    ad_source, region = hidden("is_from"), hidden("is_from")
    segment, newness = hidden("is_of_segment"), hidden("is_of_clients")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        hidden = () if user.has_perm("orders.see_prices") else MONEY_FILTERS
        if user.role.scope != Role.Scope.ALL:
            hidden = (*hidden, "office")
        for name in hidden:
            del self.filters[name]

    def found_by(self, rows, name, text):
        found, self.taken_for = rows.found_or_nearest(text, self.user)
        return found

    def is_accepted_from(self, rows, name, day):
        return rows.accepted_between(day, None)

    def is_accepted_to(self, rows, name, day):
        return rows.accepted_between(None, day)

    def has_discount(self, rows, name, value):
        return rows.beyond_policy() if value == "beyond" else rows.discounted()

    def has_lines_of(self, rows, name, value):
        return rows.with_lines_of(_number_or_nothing(value))

    def is_from(self, rows, name, value):
        path = {"region": "client__region"}.get(name, name)
        return rows.filter(**{path: _number_or_nothing(value)})

    def is_of_segment(self, rows, name, value):
        pk = _number_or_nothing(value)
        segment = Segment.objects.visible_to(self.user).filter(pk=pk).first()
        if segment is None:
            return rows.none()
        return rows.filter(client__in=clients_of(segment).order_by().values("pk"))

    def is_of_clients(self, rows, name, value):
        return rows.of_new_clients() if value == "new" else rows.of_regular_clients()

    def is_taken_from(self, rows, name, day):
        return rows.filter(created_at__gte=midnight(day))

    def is_taken_to(self, rows, name, day):
        return rows.filter(created_at__lt=midnight(day + timedelta(days=1)))


def _number_or_nothing(value: str) -> int | None:
    """«null» is where nothing is named; what is no number finds nothing."""
    if value == "null":
        return None
    return int(value) if value.isdecimal() else 0
