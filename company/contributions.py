"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from company import leaving, notifications
from company.approvals import home
from company.assignment import actions as assignment
from company.models import (
    Absence,
    Approval,
    ApprovalStep,
    Assignment,
    AssignmentStep,
    DeadlineStep,
    Leaving,
    Notification,
    Turn,
)
from core import changesets, clock, registry
from core.errors import Refused
from core.jobs import add_kind
from core.models import (
    Attachment,
    Changeset,
    Document,
    Draft,
    ExportLog,
    HomeView,
    Job,
    OutgoingMessage,
    SavedView,
    SecretLink,
)
from core.registry import Duty, Hanging, HomeBlock, NavItem

OF_EMPLOYEE = (
    Hanging(Absence, "employee"),
    Hanging(Absence, "deputy"),
    Hanging(Approval, "asked_by"),
    Hanging(Approval, "answered_by"),
    Hanging(Approval, "instead_of"),
    Hanging(ApprovalStep, "by"),
    Hanging(Assignment, "to_employee"),
    Hanging(Assignment, "by"),
    Hanging(Assignment, "answered_by"),
    Hanging(AssignmentStep, "by"),
    Hanging(DeadlineStep, "by"),
    Hanging(Leaving, "employee"),
    Hanging(Leaving, "by"),
    Hanging(Notification, "recipient"),
    Hanging(Attachment, "added_by"),
    Hanging(Attachment, "removed_by"),
    Hanging(Document, "issued_by"),
    Hanging(Draft, "employee"),
    Hanging(ExportLog, "by"),
    Hanging(Job, "by"),
    Hanging(OutgoingMessage, "by"),
    Hanging(SavedView, "employee"),
    Hanging(HomeView, "employee"),
    Hanging(Changeset, "by"),
    Hanging(Changeset, "undone_by"),
    Hanging(SecretLink, "by"),
    Hanging(Turn, "last"),
)


def contribute():
    _settings()
    _approvals()
    add_kind(leaving.RUN)
    registry.react("job_finished", tell_of_job)
    registry.react("letter_not_sent", tell_of_letter)
    registry.hangs_on_employee += OF_EMPLOYEE
    _duties()


def _duties():
    registry.duties.append(
        Duty(
            "deputies",
            _("Stands in for the absent"),
            Absence,
            "deputy",
            lambda: Absence.objects.filter(last_day__gte=clock.today()),
            hand_on=_stand_in,
            order=80,
        )
    )
    registry.duties.append(
        Duty(
            "offers",
            None,
            Assignment,
            "to_employee",
            Assignment.objects.offered,
            hand_on=_give_back,
            order=90,
        )
    )


def _settings():
    for label, url_name, icon, right, order in (
        (_("Employees"), "company:employees", "users", "company.view_employee", 10),
        (_("Roles"), "company:roles", "shield-lock", "company.change_role", 20),
        (_("The firm"), "company:firm", "building", "company.change_firm", 40),
        (
            _("Working days"),
            "company:calendar",
            "calendar",
            "company.change_calendarexception",
            50,
        ),
        (
            _("Dictionaries"),
            "company:dictionaries",
            "books",
            "company.change_dictionary",
            60,
        ),
        (_("Log of exports"), "core:export_log", "file-download", "core.view_exportlog", 80),
        (_("Outgoing letters"), "core:letters", "mail-forward", "core.view_outgoingmessage", 70),
    ):
        registry.nav.append(NavItem("settings", label, url_name, icon, right, order))


def _approvals():
    registry.nav.append(
        NavItem(
            "desk",
            pgettext_lazy("list", "Approvals"),
            "company:approvals",
            "gavel",
            "company.view_approval",
            30,
            query="chip=waiting",
        )
    )
    registry.home_blocks.append(
        HomeBlock("approvals", "company/_home_approvals.html", home.waiting, order=5)
    )


def _stand_in(duty, changeset, rows, person, by):
    if rows.filter(employee=person).exists():
        raise Refused(
            gettext("%(who)s is away in those days: choose somebody else to stand in.")
            % {"who": person.short_name}
        )
    return changesets.update(changeset, rows, deputy=person)


def _give_back(duty, changeset, rows, person, by):
    """Whoever gave it hears of it and decides what next."""
    for offered in rows:
        assignment.give_back(offered, by=by)


def tell_of_job(job, *, by):
    if job.state == job.State.DONE:
        text = gettext("Ready: %(title)s") % {"title": job.title}
    else:
        text = gettext("Did not work: %(title)s") % {"title": job.title}
    url = reverse("core:job", args=[job.pk])
    notifications.notify([by], key=f"job-{job.pk}", text=text, url=url)


def tell_of_letter(letter, *, by):
    text = gettext("The letter to %(to)s was perhaps not sent: look why.") % {"to": letter.to}
    key = f"letter-{letter.pk}-{letter.next_try_at:%Y%m%d%H%M}"
    notifications.notify([by], key=key, text=text, url=letter.get_absolute_url())
