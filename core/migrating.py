"""Migrations of a new database: many tables at once."""

from django.db.migrations.operations.base import Operation


class AtOnce(Operation):
    """Operations that only make new tables, what hangs on them and their triggers.

    One by one each would draw every model it is tied to anew, and here all models are tied to the
    employee; together they are drawn once. None of them may look at what another has made.
    """

    reduces_to_sql = True
    serialization_expand_args = ["operations"]

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return self.__class__.__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label, state):
        state.clear_delayed_apps_cache()
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "Make all tables of an app at once"
