import django_filters as filters
from django.forms import HiddenInput
from django.utils.translation import gettext_lazy as _

from clients import actions, regulation
from clients.models import AdSource, Client, Region, Segment
from clients.relation import Relation, state
from company import own_fields
from company.models import Employee
from core import clock
from core.fields import plain
from core.widgets import DayInput

ANYTHING = "anything"


def missing_choices(user):
    return [(ANYTHING, _("Anything")), *regulation.asked_for(user)]


class CardViewFilter(filters.FilterSet):
    employee = filters.ModelChoiceFilter(
        label=_("Who looked"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
    )
    since = filters.DateFilter(label=_("From"), widget=DayInput, method="looked_since")
    until = filters.DateFilter(label=_("To"), widget=DayInput, method="looked_until")
    client = filters.NumberFilter(field_name="client_id", widget=HiddenInput)

    def looked_since(self, rows, name, day):
        return rows.filter(**clock.during("hour", day, None))

    def looked_until(self, rows, name, day):
        return rows.filter(**clock.during("hour", None, day))


class ClientFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Name or phone"), method="found_by")
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Client.Kind.choices, empty_label=_("Any"))
    ad_source = filters.ModelChoiceFilter(
        label=_("Ad source"),
        queryset=AdSource.objects.all(),
        empty_label=_("All"),
        null_label=_("Not known"),
    )
    region = filters.ModelChoiceFilter(
        label=_("Region"),
        queryset=Region.objects.all(),
        empty_label=_("All"),
        null_label=_("Not known"),
    )
    responsible = filters.ModelChoiceFilter(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )
    relation = filters.ChoiceFilter(
        label=_("Relation state"),
        choices=Relation.choices,
        empty_label=_("Any"),
        method="in_relation",
    )
    missing = filters.ChoiceFilter(
        label=_("What is missing"), choices=(), empty_label=_("Any"), method="without"
    )
    since = filters.DateFilter(
        label=_("Registered from"), widget=DayInput, method="registered_since"
    )
    until = filters.DateFilter(label=_("Registered to"), widget=DayInput, method="registered_until")
    segment = filters.ModelChoiceFilter(
        label=_("Segment"),
        queryset=Segment.objects.none(),
        empty_label=_("All"),
        method="in_segment",
    )

    def __init__(self, *args, user, own=(), **kwargs):
        super().__init__(*args, **kwargs)
        for name, filter_ in own_fields.filters_of(own).items():
            filter_.parent, filter_.model = self, Client
            self.filters[name] = filter_
        self.filters["missing"].extra["choices"] = missing_choices(user)
        seen = Segment.objects.visible_to(user).order_by("folded_name")
        self.filters["segment"].queryset = seen
        for code in user.hidden_fields & self.filters.keys():
            del self.filters[code]

    def in_relation(self, rows, name, relation):
        return rows.alias(relation=state()).filter(relation=relation)

    def without(self, rows, name, code):
        """Of what the entry regulation asks for."""
        return rows.lacking("" if code == ANYTHING else code)

    def registered_since(self, rows, name, day):
        return rows.filter(**clock.during("created_at", day, None))

    def registered_until(self, rows, name, day):
        return rows.filter(**clock.during("created_at", None, day))

    def in_segment(self, rows, name, segment):
        return rows.filter(pk__in=actions.clients_of(segment).order_by().values("pk"))

    def found_by(self, rows, name, text):
        found = rows.found_in_either_layout(plain(text))
        self.taken_for = [] if found.exists() else rows.nearest_names(plain(text))
        return rows.called_one_of(self.taken_for) if self.taken_for else found
