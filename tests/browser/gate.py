"""Stands before the application of the test server: who is inside, and that nobody else comes in.

A closed page leaves its last request running (the bell asks every minute); emptying the tables
would meet the transaction of that request.
"""

from threading import Condition

PATIENCE = 30  # seconds


class Gate:
    def __init__(self, application):
        self.application = application
        self.changed = Condition()
        self.inside, self.is_open = 0, True

    def __call__(self, environ, start_response):
        if not self._enter():
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return
        try:
            answer = self.application(environ, start_response)
            try:
                yield from answer
            finally:
                answer.close()
        finally:
            self._leave()

    def open(self):
        with self.changed:
            self.is_open = True

    def shut(self):
        """Comes back when the last one has left."""
        with self.changed:
            self.is_open = False
            assert self.changed.wait_for(lambda: not self.inside, PATIENCE), "a request is stuck"

    def _enter(self):
        with self.changed:
            self.inside += self.is_open
            return self.is_open

    def _leave(self):
        with self.changed:
            self.inside -= 1
            self.changed.notify_all()
