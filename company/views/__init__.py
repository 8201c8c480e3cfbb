from company.approvals.views import approval, approvals, approve, refuse, withdraw
from company.views.dictionaries import (
    add_entry,
    dictionaries,
    dictionary,
    edit_entry,
    move_entry,
    switch_entry,
)
from company.views.employees import (
    add_employee,
    employee,
    employees,
    profile,
    reset_password,
    take_back,
)
from company.views.firm import calendar, change_day, firm
from company.views.leaving import let_go, undo_leaving
from company.views.notifications import (
    bell,
    notifications,
    open_notification,
    read_notifications,
)
from company.views.pins import set_pin
from company.views.roles import add_role, reset_role, role, roles

__all__ = [
    "add_employee",
    "add_entry",
    "add_role",
    "approval",
    "approvals",
    "approve",
    "bell",
    "calendar",
    "change_day",
    "dictionaries",
    "dictionary",
    "edit_entry",
    "employee",
    "employees",
    "firm",
    "let_go",
    "move_entry",
    "notifications",
    "open_notification",
    "profile",
    "read_notifications",
    "refuse",
    "reset_password",
    "reset_role",
    "role",
    "roles",
    "set_pin",
    "switch_entry",
    "take_back",
    "undo_leaving",
    "withdraw",
]
