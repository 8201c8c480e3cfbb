"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from company.models import Notification
from core import registry
from core.models import Attachment, Document, Draft, Job, OutgoingMessage, SavedView
from core.registry import Hanging, NavItem


def contribute():
    _settings()
    for model, field in (
        (Notification, "recipient"),
        (Attachment, "added_by"),
        (Document, "issued_by"),
        (Draft, "employee"),
        (Job, "by"),
        (OutgoingMessage, "by"),
        (SavedView, "employee"),
    ):
        registry.hangs_on_employee.append(Hanging(model, field))


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
        (_("Outgoing letters"), "core:letters", "mail-forward", "core.view_outgoingmessage", 70),
    ):
        registry.nav.append(NavItem("settings", label, url_name, icon, right, order))
