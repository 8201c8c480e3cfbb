"""Between two tests the server stands still: no request meets the emptying of the tables."""

from concurrent.futures import ThreadPoolExecutor, TimeoutError
from threading import Event

import pytest

from tests.browser.gate import Gate


class Answer(list):
    def close(self):
        """As every answer of Django can be."""


class Slow:
    """An application that answers when it is let."""

    def __init__(self):
        self.begun, self.let = Event(), Event()

    def __call__(self, environ, start_response):
        self.begun.set()
        assert self.let.wait(10)
        return Answer([b"done"])


@pytest.fixture
def hands():
    with ThreadPoolExecutor() as pool:
        yield pool


def ask(gate, statuses=None):
    statuses = [] if statuses is None else statuses
    return b"".join(gate({}, lambda status, headers: statuses.append(status)))


def test_the_gate_shuts_after_the_last_request_has_left(hands):
    application = Slow()
    gate = Gate(application)
    asked = hands.submit(ask, gate)
    assert application.begun.wait(10)
    shut = hands.submit(gate.shut)
    with pytest.raises(TimeoutError):
        shut.result(0.2)

    application.let.set()

    shut.result(10)
    assert asked.result(10) == b"done"


def test_who_comes_late_does_not_reach_the_application():
    application, statuses = Slow(), []
    gate = Gate(application)
    gate.shut()

    assert ask(gate, statuses) == b""
    assert statuses == ["503 Service Unavailable"]
    assert not application.begun.is_set()


def test_a_request_that_fails_has_left_too():
    def broken(environ, start_response):
        raise ZeroDivisionError

    gate = Gate(broken)
    with pytest.raises(ZeroDivisionError):
        ask(gate)

    gate.shut()


def test_the_next_test_is_let_in_again():
    application = Slow()
    application.let.set()
    gate = Gate(application)
    gate.shut()

    gate.open()

    assert ask(gate) == b"done"


def test_pages_of_a_test_go_through_the_gate(live_server):
    inside = live_server.thread.httpd.get_app()

    assert isinstance(inside, Gate)
    assert inside.is_open
