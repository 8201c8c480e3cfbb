import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import Client
from company.models import Employee
from company.models.employee import ROBOT
from core.fields import plain
from core.lists import Chip, Column, Empty, List, list_page
from interactions.lifecycle import Status
from interactions.models import Interaction


class InteractionFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Client: name or phone"), method="of_client")
    channel = filters.ChoiceFilter(
        label=_("Channel"), choices=Interaction.Channel.choices, empty_label=_("Any")
    )
    status = filters.ChoiceFilter(label=_("State"), choices=Status.choices, empty_label=_("Any"))
    responsible = filters.ModelChoiceFilter(
        label=_("Responsible"),
        queryset=Employee.objects.exclude(username=ROBOT),
        empty_label=_("All"),
    )
    client = filters.NumberFilter(field_name="client_id", widget=forms.HiddenInput)

    def of_client(self, rows, name, text):
        return rows.filter(client__in=Client.objects.found_by(plain(text)).values("pk"))


@list_page
class InteractionList(List):
    code = "interactions"
    title = pgettext_lazy("list", "Calls and meetings")
    right = "interactions.view_interaction"
    url_name = "interactions:index"
    filterset_class = InteractionFilter
    columns = (
        Column("planned_at", _("When"), kind="moment", sort="planned_at"),
        Column("client", _("Client"), "client.name", kind="strong"),
        Column("channel", _("Channel"), lambda row: row.get_channel_display()),
        Column("purpose", _("Purpose")),
        Column("status", _("State"), kind="status"),
        Column("result", _("Result"), lambda row: row.get_result_display()),
        Column("responsible", _("Responsible"), "responsible.short_name"),
    )
    default_sort = "-planned_at"
    chips = (
        Chip("mine", pgettext_lazy("calls", "Mine"), lambda rows, user: rows.of(user)),
        Chip("overdue", pgettext_lazy("calls", "Overdue"), lambda rows, user: rows.overdue()),
        Chip("due_today", pgettext_lazy("calls", "Today"), lambda rows, user: rows.due_today()),
        Chip("later", pgettext_lazy("calls", "Later"), lambda rows, user: rows.later()),
        Chip("held", pgettext_lazy("calls", "Held"), lambda rows, user: rows.held()),
    )
    empty = Empty(
        _("No calls and meetings yet"),
        _("A ready order makes a call by itself; others are noted on the client's page."),
    )

    def rows(self):
        return Interaction.objects.visible_to(self.user).with_people()
