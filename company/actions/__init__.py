from company.actions.dictionaries import add_entry, change_entry, move_entry, switch_entry

__all__ = ["add_entry", "change_entry", "move_entry", "switch_entry"]
