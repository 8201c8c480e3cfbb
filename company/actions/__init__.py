from company.actions.dictionaries import add_entry, change_entry, move_entry, switch_entry
from company.actions.employees import (
    add_employee,
    change_employee,
    change_profile,
    reset_password,
    set_pin,
    take_back,
)
from company.actions.firm import change_day, change_firm
from company.actions.leaving import let_go, undo_leaving
from company.actions.roles import add_role, change_role, reset_role

__all__ = [
    "add_employee",
    "add_entry",
    "add_role",
    "change_day",
    "change_employee",
    "change_entry",
    "change_firm",
    "change_profile",
    "change_role",
    "let_go",
    "move_entry",
    "reset_password",
    "reset_role",
    "set_pin",
    "switch_entry",
    "take_back",
    "undo_leaving",
]
