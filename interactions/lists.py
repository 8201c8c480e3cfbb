import django_filters as filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Client
from company.models import Employee
from core import registry
from core.fields import plain
from core.lists import Chip, Column, Empty, List, list_page
from core.widgets import DayInput
from interactions.lifecycle import Status
from interactions.models import (
    Interaction,
    InteractionKind,
    InteractionPurpose,
    InteractionResult,
)
from interactions.potential import PotentialClientList
from interactions.querysets import PLANNED
from interactions.regulations.lists import ContactDueList, RegulationList

__all__ = [
    "ContactDueList",
    "InteractionFilter",
    "InteractionList",
    "PotentialClientList",
    "RegulationList",
]


def _grounds():
    planned = (PLANNED, pgettext_lazy("calls", "Planned by us"))
    return [planned, *((each.code, each.label) for each in registry.owed_call_reasons.values())]


class InteractionFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Client: name or phone"), method="of_client")
    since = filters.DateFilter(label=_("From"), method="is_since", widget=DayInput)
    until = filters.DateFilter(label=_("To"), method="is_until", widget=DayInput)
    kind = filters.ModelChoiceFilter(
        label=_("Kind"), queryset=InteractionKind.objects.all(), empty_label=_("Any")
    )
    purpose = filters.ModelChoiceFilter(
        label=_("Purpose"),
        field_name="usual_purpose",
        queryset=InteractionPurpose.objects.all(),
        empty_label=_("Any"),
    )
    outcome = filters.ModelChoiceFilter(
        label=_("Result"),
        queryset=InteractionResult.objects.select_related("kind"),
        empty_label=_("Any"),
    )
    reason = filters.ChoiceFilter(
        label=pgettext_lazy("interaction", "Ground"),
        choices=_grounds,
        empty_label=_("Any"),
        method="is_owed_for",
    )
    status = filters.ChoiceFilter(label=_("State"), choices=Status.choices, empty_label=_("Any"))
    responsible = filters.ModelChoiceFilter(
        label=_("Responsible"),
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )
    channel = filters.CharFilter(widget=forms.HiddenInput)
    client = filters.NumberFilter(field_name="client_id", widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def of_client(self, rows, name, text):
        found = Client.objects.searched_by(self.user).found_by(plain(text))
        return rows.filter(client__in=found.values("pk"))

    def is_since(self, rows, name, day):
        return rows.between(since=day)

    def is_until(self, rows, name, day):
        return rows.between(until=day)

    def is_owed_for(self, rows, name, reason):
        return rows.owed_for(reason)


@list_page
class InteractionList(List):
    code = "interactions"
    title = pgettext_lazy("list", "Calls and meetings")
    right = "interactions.view_interaction"
    url_name = "interactions:index"
    filterset_class = InteractionFilter
    tools = "interactions/_list_tools.html"
    columns = (
        Column("moment_at", _("When"), kind="moment", sort="moment_at"),
        Column("client", _("Client"), "client.name", kind="strong"),
        Column("kind", _("Kind"), "kind.name"),
        Column("purpose", _("Purpose")),
        Column("status", _("State"), lambda row: row.shown_state, "status"),
        Column("result", _("Result"), "result_words"),
        Column("responsible", _("Responsible"), "responsible.short_name", "short"),
        Column("note", _("What was said"), lambda row: row.note[:160]),
    )
    default_sort = "-moment_at"
    chips = (
        Chip("mine", pgettext_lazy("calls", "Mine"), lambda rows, user: rows.of(user)),
        Chip("overdue", pgettext_lazy("calls", "Overdue"), lambda rows, user: rows.overdue()),
        Chip("due_today", pgettext_lazy("calls", "Today"), lambda rows, user: rows.due_today()),
        Chip("later", pgettext_lazy("calls", "Later"), lambda rows, user: rows.later()),
        Chip("ahead", pgettext_lazy("calls", "Ahead"), lambda rows, user: rows.ahead()),
        Chip("held", pgettext_lazy("calls", "Held"), lambda rows, user: rows.held()),
        Chip(
            "unheld",
            pgettext_lazy("calls", "Cancelled or not needed"),
            lambda rows, user: rows.unheld(),
        ),
        Chip("unsent", _("Letters not sent"), lambda rows, user: rows.unsent(), counted=False),
    )
    empty = Empty(
        _("No calls and meetings yet"),
        _("A ready order makes a call by itself; others are noted on the client's page."),
    )

    def rows(self):
        return Interaction.objects.visible_to(self.user).with_people()

    @cached_property
    def filters(self):
        return InteractionFilter(self.data, queryset=self.rows(), user=self.user)
