import django_filters as filters
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from company.models.employee import NAMES
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from sales.models import Proposal
from sales.proposals.lifecycle import ADD, SEE

ROW = ("year", "seq", "title", "status", "revision", "total", "valid_until", "created_at",
       "sent_at", "answered_at", "client__name",
       *(f"responsible__{name}" for name in NAMES))  # fmt: skip


class Basis(TextChoices):
    """By which of its days a period takes a proposal."""

    PREPARED = "prepared", pgettext_lazy("proposals", "Prepared")
    SENT = "sent", pgettext_lazy("proposals", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("proposals", "Accepted")

    def between(self, rows, since, until):
        return getattr(rows, f"{self.value}_between")(since, until)


class ProposalFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DayInput)
    until = filters.DateFilter(label=_("To"), widget=DayInput)
    basis = filters.ChoiceFilter(
        label=_("Day of what"), choices=Basis, empty_label=Basis.PREPARED.label
    )
    client = filters.NumberFilter(widget=filters.widgets.forms.HiddenInput)
    responsible = filters.ModelChoiceFilter(
        label=_("Responsible"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
    )

    def filter_queryset(self, queryset):
        wanted = dict(self.form.cleaned_data)
        since, until, basis = (wanted.pop(name) for name in ("since", "until", "basis"))
        rows = queryset
        if since or until or basis:
            rows = Basis(basis or Basis.PREPARED).between(rows, since, until)
        return rows.filter(**{name: value for name, value in wanted.items() if value})


@list_page
class ProposalList(List):
    code = "proposals"
    title = _("Commercial proposals")
    right = SEE
    url_name = "sales:proposals"
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("created_at", pgettext_lazy("proposal", "Prepared"), kind="date", sort="created_at"),
        Column("client", _("Client"), "client.name"),
        Column("title", _("What it is about")),
        Column("status", _("State"), lambda row: row.state, kind="status"),
        Column("revision", _("Revision"), kind="number", optional=True),
        Column("total", _("Sum"), kind="money"),
        Column("valid_until", _("Holds until"), kind="date"),
        Column("sent_at", pgettext_lazy("proposal", "Sent"), kind="date", optional=True),
        Column("responsible", _("Responsible"), "responsible.short_name"),
    )
    default_sort = "-created_at"
    has_way_back = True
    filterset_class = ProposalFilter
    chips = (
        Chip("drafts", pgettext_lazy("proposals", "Drafts"), lambda rows, user: rows.drafts()),
        Chip(
            "with_client",
            pgettext_lazy("proposals", "With the client"),
            lambda rows, user: rows.with_client(),
        ),
        Chip(
            "silent",
            pgettext_lazy("proposals", "Long without an answer"),
            lambda rows, user: rows.silent(),
        ),
        Chip("ending", pgettext_lazy("proposals", "End soon"), lambda rows, user: rows.ending()),
        Chip(
            "accepted",
            pgettext_lazy("proposals", "Accepted"),
            lambda rows, user: rows.accepted(),
        ),
        Chip(
            "to_order",
            pgettext_lazy("proposals", "Accepted, not ordered"),
            lambda rows, user: rows.to_order(),
        ),
        Chip(
            "declined",
            pgettext_lazy("proposals", "Declined"),
            lambda rows, user: rows.declined(),
        ),
        Chip("expired", pgettext_lazy("proposals", "Expired"), lambda rows, user: rows.expired()),
    )
    totals = {"total": _("Sum")}
    empty = Empty(
        _("No commercial proposals yet"),
        _("A proposal is prepared here, or on the page of a client or a deal."),
    )
    create = Create(_("New commercial proposal"), "sales:prepare_proposal", ADD)

    def rows(self):
        return Proposal.objects.visible_to(self.user).with_people().only(*ROW)
