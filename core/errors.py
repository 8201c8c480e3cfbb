class Refused(Exception):
    """A rule of the business says no; the text is a whole sentence for the person."""

    def __init__(self, message, *, changes=()):
        super().__init__(message)
        self.message = message
        self.changes = list(changes)


class Stale(Refused):
    """Somebody else changed the row meanwhile; `changes` are sentences saying what."""
