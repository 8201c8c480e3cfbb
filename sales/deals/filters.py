import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from clients.actions import clients_of
from clients.models import AdSource, Segment
from company.models import Employee, Office, Role
from core import clock
from core.widgets import DayInput
from orders.work_orders.filters import MoneyFilter
from sales.deals.lifecycle import DealStatus
from sales.funnel.steps import Steps
from sales.models import Competitor, LossReason, ProcessStage, SaleProcess

NO_GROUP = "none"


def stage_names() -> list[tuple]:
    """Stages by their key: the newest version says how each is called."""
    stages = ProcessStage.objects.order_by("version__process", "version__number", "ordinal")
    return list(dict(stages.values_list("key", "name")).items())


def _chosen(label, queryset, **kwargs):
    return filters.ModelChoiceFilter(label=label, queryset=queryset, empty_label=_("All"), **kwargs)


def _day(label, method):
    return filters.DateFilter(label=label, method=method, widget=DayInput)


def _hidden(method):
    return filters.DateFilter(method=method, widget=forms.HiddenInput)


class DealFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Words of the deal"), method="titled_like")
    status = filters.ChoiceFilter(
        label=_("State"), choices=DealStatus.choices, empty_label=_("Any")
    )
    process = _chosen(_("Process of sale"), SaleProcess.objects.all())
    stage = filters.ChoiceFilter(
        label=pgettext_lazy("stage of a deal", "Stage"),
        choices=stage_names,
        method="in_stage",
        empty_label=_("Any"),
    )
    responsible = _chosen(_("Responsible"), Employee.objects.to_choose_from())
    office = _chosen(_("Office"), Office.objects.all())
    ad_source = _chosen(_("Ad source"), AdSource.objects.all())
    product_group = _chosen(
        _("Product group"),
        ProductGroup.objects.all(),
        field_name="product_groups",
        null_label=pgettext_lazy("product group", "None named"),
        null_value=NO_GROUP,
    )
    segment = filters.ModelChoiceFilter(
        label=_("Segment"),
        queryset=Segment.objects.none(),
        method="of_segment",
        empty_label=_("All"),
    )
    opened_from = _day(pgettext_lazy("deal", "Opened from"), "is_opened_from")
    opened_to = _day(pgettext_lazy("deal", "Opened until"), "is_opened_to")
    expected_from = filters.DateFilter(
        label=_("Expected from"), field_name="expected_on", lookup_expr="gte", widget=DayInput
    )
    expected_to = filters.DateFilter(
        label=_("Expected until"), field_name="expected_on", lookup_expr="lte", widget=DayInput
    )
    sum_from = MoneyFilter(label=_("Sum from, ₽"), field_name="expected_sum", lookup_expr="gte")
    sum_to = MoneyFilter(label=_("Sum to, ₽"), field_name="expected_sum", lookup_expr="lte")
    # What a report or a page leads here with.
    client = filters.NumberFilter(field_name="client_id", widget=forms.HiddenInput)
    reached = filters.CharFilter(method="has_reached", widget=forms.HiddenInput)
    stood_in = filters.CharFilter(method="has_stood_in", widget=forms.HiddenInput)
    stood_on = filters.DateFilter(method="is_known", widget=forms.HiddenInput)
    closed_from = _hidden("is_closed_from")
    closed_to = _hidden("is_closed_to")
    loss_reason = filters.ModelChoiceFilter(
        queryset=LossReason.objects.all(), widget=forms.HiddenInput
    )
    lost_to = filters.ModelChoiceFilter(queryset=Competitor.objects.all(), widget=forms.HiddenInput)
    against = filters.ModelChoiceFilter(
        queryset=Competitor.objects.all(), method="is_against", widget=forms.HiddenInput
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["segment"].queryset = Segment.objects.visible_to(user)
        if user.role.scope != Role.Scope.ALL:
            del self.filters["office"]

    def titled_like(self, rows, name, text):
        return rows.titled_like(text)

    def in_stage(self, rows, name, key):
        """Only what goes on stands in a stage."""
        return rows.in_stage(key)

    def has_reached(self, rows, name, key):
        steps = self._steps()
        return rows.reached(steps, key) if steps else rows.none()

    def has_stood_in(self, rows, name, key):
        steps, day = self._steps(), self.form.cleaned_data.get("stood_on")
        return rows.stood_in(steps, key, day or clock.today()) if steps else rows.none()

    def is_known(self, rows, name, day):
        """Of `stood_in`."""
        return rows

    def _steps(self):
        process = self.form.cleaned_data.get("process")
        return Steps(process) if process else None

    def of_segment(self, rows, name, segment):
        return rows.of_clients(clients_of(segment))

    def is_opened_from(self, rows, name, day):
        return rows.opened_between(since=day)

    def is_opened_to(self, rows, name, day):
        return rows.opened_between(until=day)

    def is_closed_from(self, rows, name, day):
        return rows.closed_between(since=day)

    def is_closed_to(self, rows, name, day):
        return rows.closed_between(until=day)

    def is_against(self, rows, name, competitor):
        return rows.against(competitor)
