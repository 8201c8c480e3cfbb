"""The firm's regulations of contact, and what is due by them."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from interactions.models import ContactDue, ContactRegulation
from interactions.regulations import wording


@list_page
class RegulationList(List):
    code = "regulations"
    title = _("Regulations of contact")
    right = "interactions.change_contactregulation"
    url_name = "interactions:regulations"
    columns = (
        Column("name", _("Name of the regulation"), kind="strong", sort="name"),
        Column("rule", _("Rule"), wording.rule),
        Column("segment", _("For the clients of"), wording.whom),
        Column("purpose", _("Purpose of the call")),
        Column("in_force", _("State"), wording.in_force, "status"),
        Column("active_since", pgettext_lazy("regulation", "Since"), kind="date"),
    )
    default_sort = "name"
    empty = Empty(
        _("No regulations yet"),
        _("A regulation plans calls by itself: every 30 days, three days after hand-over."),
    )
    create = Create(_("New regulation"), "interactions:add_regulation", right, "alt+n")

    def rows(self):
        return ContactRegulation.objects.select_related("segment")


class ContactDueFilter(filters.FilterSet):
    regulation = filters.ModelChoiceFilter(
        label=_("Regulation"), queryset=ContactRegulation.objects.all(), empty_label=_("All")
    )
    responsible = filters.ModelChoiceFilter(
        label=_("Manager"),
        field_name="call__responsible",
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )
    since = filters.DateFilter(
        label=_("From"), field_name="planned_on", lookup_expr="gte", widget=DayInput
    )
    until = filters.DateFilter(
        label=_("To"), field_name="planned_on", lookup_expr="lte", widget=DayInput
    )


@list_page
class ContactDueList(List):
    code = "contacts_due"
    title = _("Contacts due by regulations")
    right = "interactions.view_interaction"
    url_name = "interactions:contacts_due"
    filterset_class = ContactDueFilter
    columns = (
        Column("planned_on", _("To be done on"), kind="date", sort="planned_on"),
        Column("client", _("Client"), "client.name", kind="strong"),
        Column("regulation", _("Regulation"), "regulation.name"),
        Column("due_on", _("Due on"), kind="date", on_phone="hidden"),
        Column("fate", _("State"), wording.fate, "status"),
        Column("contacted_at", pgettext_lazy("regulation", "Spoken to"), kind="moment"),
        Column("responsible", _("Responsible"), "call.responsible.short_name"),
    )
    default_sort = "-planned_on"
    chips = tuple(
        Chip(each.value, each.label, lambda rows, user, name=each.value: getattr(rows, name)())
        for each in wording.Fate
    )
    empty = Empty(
        _("Nothing is due by regulations"),
        _("What a regulation asks for is planned at night and stands here with what came of it."),
    )

    def rows(self):
        seen = ContactDue.objects.visible_to(self.user).exclude(call=None).with_contact()
        return seen.select_related("client", "regulation", "call__responsible").defer(
            "client__name_grams"
        )
