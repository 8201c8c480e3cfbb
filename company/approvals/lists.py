import django_filters as filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.approvals.lifecycle import Status
from company.models import Approval, Employee
from core import registry
from core.lists import Chip, Column, Empty, List, list_page


class ApprovalFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(label=_("What is asked"), empty_label=_("Any"))
    status = filters.ChoiceFilter(label=_("State"), choices=Status.choices, empty_label=_("Any"))
    asked_by = filters.ModelChoiceFilter(
        label=pgettext_lazy("approval", "Asked by"),
        queryset=Employee.objects.to_choose_from(),
        empty_label=_("All"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = registry.approval_kinds.values()
        self.filters["kind"].extra["choices"] = [(kind.code, kind.label) for kind in kinds]


@list_page
class ApprovalList(List):
    code = "approvals"
    title = pgettext_lazy("list", "Approvals")
    right = "company.view_approval"
    url_name = "company:approvals"
    filterset_class = ApprovalFilter
    columns = (
        Column("subject_name", _("Of what"), kind="strong"),
        Column("sentence", _("What is asked")),
        Column("reason", _("Reason")),
        Column("asked_by", pgettext_lazy("approval", "Asked by"), "asked_by.short_name"),
        Column("asked_at", _("Asked at"), kind="moment", sort="asked_at"),
        Column("status", _("State"), kind="status"),
        Column("answered_by", _("Answered by"), "answered_by.short_name"),
        Column("answer", _("Answer")),
    )
    default_sort = "-asked_at"
    chips = (
        Chip("for_me", _("Wait for my decision"), lambda rows, user: rows.waiting_for(user)),
        Chip("waiting", _("Wait for a decision"), lambda rows, user: rows.waiting()),
        Chip("answered", _("Answered"), lambda rows, user: rows.answered()),
    )
    empty = Empty(
        _("Nothing waits for a decision"),
        _("What is beyond somebody's limit is asked here with a reason, and answered."),
    )

    def rows(self):
        return Approval.objects.visible_to(self.user).with_people()
