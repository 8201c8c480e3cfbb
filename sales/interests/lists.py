import django_filters as filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from clients.models import AdSource, Client
from company.models import Employee
from core.fields import plain
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from sales.interests.lifecycle import ADD, SEE, InterestStatus
from sales.interests.querysets import OUTCOMES
from sales.models import Interest, LossReason

NOT_NAMED = "none"


class InterestFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Client: name or phone"), method="of_client")
    since = filters.DateFilter(label=_("From"), method="received", widget=DayInput)
    until = filters.DateFilter(label=_("To"), method="received", widget=DayInput)
    status = filters.ChoiceFilter(
        label=_("State"), choices=InterestStatus.choices, empty_label=_("Any")
    )
    responsible = filters.ModelChoiceFilter(
        label=_("Responsible"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
    )
    product_groups = filters.ModelChoiceFilter(
        label=_("Product group"),
        queryset=ProductGroup.objects.all(),
        empty_label=_("Any"),
        null_label=pgettext_lazy("product group", "Not named"),
        null_value=NOT_NAMED,
    )
    ad_source = filters.ModelChoiceFilter(
        label=_("Ad source"),
        queryset=AdSource.objects.all(),
        empty_label=_("Any"),
        null_label=_("Not known"),
        null_value=NOT_NAMED,
    )
    loss_reason = filters.ModelChoiceFilter(
        label=_("Why nothing came of it"),
        queryset=LossReason.objects.all(),
        empty_label=_("Any"),
        null_label=_("Not refused"),
        null_value=NOT_NAMED,
    )
    is_need = filters.ChoiceFilter(
        label=_("Interest or need"),
        choices=[("0", _("Interests of new clients")), ("1", _("Needs of existing clients"))],
        empty_label=_("All"),
    )
    outcome = filters.ChoiceFilter(
        choices=[(code, code) for code in OUTCOMES],
        method="with_outcome",
        widget=forms.HiddenInput,
    )
    client = filters.NumberFilter(field_name="client_id", widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def of_client(self, rows, name, text):
        found = Client.objects.searched_by(self.user).found_by(plain(text))
        return rows.filter(client__in=found.values("pk"))

    def received(self, rows, name, day):
        return rows.received_between(**{name: day})

    def with_outcome(self, rows, name, code):
        return rows.with_outcome(code)


def _groups(row):
    return ", ".join(group.name for group in row.product_groups.all())


@list_page
class InterestList(List):
    code = "interests"
    title = pgettext_lazy("list", "Interests and needs")
    right = SEE
    url_name = "sales:interests"
    filterset_class = InterestFilter
    has_way_back = True
    columns = (
        Column("received_at", pgettext_lazy("interest", "Came"), kind="moment", sort="received_at"),
        Column("client", _("Client"), "client.name", kind="strong"),
        Column("wish", _("What they want"), lambda row: row.wish[:120]),
        Column("status", _("State"), kind="status"),
        Column("nearness", _("Answer"), lambda row: row.nearness, kind="status", within="status"),
        Column("answer_due_at", _("Answer due"), kind="moment"),
        Column("groups", _("Product groups"), _groups),
        Column("sort_label", _("Interest or need"), optional=True),
        Column("expected_sum", _("Sum"), kind="money"),
        Column("source", _("Ad source"), "ad_source.name", optional=True),
        Column("postponed_until", _("Postponed until"), kind="date", optional=True),
        Column("loss_reason", _("Why nothing came of it"), "loss_reason.name", optional=True),
        Column("responsible", _("Responsible"), "responsible.short_name", "short"),
    )
    default_sort = "-received_at"
    chips = (
        Chip("mine", pgettext_lazy("interests", "Mine"), lambda rows, user: rows.mine(user)),
        Chip(
            "unanswered",
            pgettext_lazy("interests", "Wait for an answer"),
            lambda rows, user: rows.unanswered(),
        ),
        Chip("overdue", _("Answer is overdue"), lambda rows, user: rows.overdue()),
        Chip(
            "undecided",
            pgettext_lazy("interests", "Not decided"),
            lambda rows, user: rows.undecided(),
        ),
        Chip(
            "postponed",
            pgettext_lazy("interests", "Postponed"),
            lambda rows, user: rows.postponed(),
        ),
        Chip(
            "new",
            pgettext_lazy("interests", "Of new clients"),
            lambda rows, user: rows.of_new_clients(),
        ),
        Chip("needs", pgettext_lazy("interests", "Needs"), lambda rows, user: rows.needs()),
        Chip("unmet", _("Unmet demand"), lambda rows, user: rows.unmet()),
    )
    totals = {"expected_sum": _("Sum")}
    empty = Empty(
        _("No interests yet"),
        _("Somebody has called, come or written? Note what they want: the form is on every page."),
    )
    create = Create(_("Note an interest"), "sales:add_interest", ADD, "alt+n")

    def rows(self):
        rows = Interest.objects.visible_to(self.user).with_people()
        return rows.prefetch_related("product_groups")

    @cached_property
    def filters(self):
        return InterestFilter(self.data, queryset=self.rows(), user=self.user)
