from company.views.dictionaries import (
    add_entry,
    dictionaries,
    dictionary,
    edit_entry,
    move_entry,
    switch_entry,
)

__all__ = [
    "add_entry",
    "dictionaries",
    "dictionary",
    "edit_entry",
    "move_entry",
    "switch_entry",
]
