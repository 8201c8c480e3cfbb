"""A sketch attached, sent, approved: the steps that tests of sketches share."""

from uuid import uuid4

from core import attachments
from orders import actions
from orders.sketches.contents import all_files
from tests import given
from tests.core import files

ADDRESS = "maria@example.org"


def client():
    return given.client(email=ADDRESS)


def attach(order, place, name="эскиз.png", content=None, purpose="sketch"):
    position = order.positions.get(ordinal=place)
    upload = files.upload(content or files.png(), name)
    return attachments.attach(position, upload, by=order.manager, purpose=purpose)


def sent(order, **said):
    press = {"to": ADDRESS, "text": "Посмотрите эскиз", "files": all_files(order), "token": uuid4()}
    return actions.send_sketch(order, by=order.manager, **press | said)


def approved(order):
    return actions.answer_sketch(sent(order), by=order.manager, approved=True)


def state_of(order):
    order.refresh_from_db()
    return order.sketch_state


def saved_anew(calculation, *specs):
    typed = given.content(*specs, of=calculation.client)
    return actions.edit(calculation, typed, by=calculation.manager, version=calculation.version)
