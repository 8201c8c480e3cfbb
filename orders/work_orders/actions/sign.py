"""What the client has signed on the screen when the order was taken."""

from company.robot import robot
from core import attachments
from core.models import Attachment


def sign(order, signature):
    """`signature` is a PNG upload, None where nobody has signed on the screen."""
    if signature:
        attachments.attach(order, signature, by=robot(), purpose=Attachment.Purpose.ACCEPTANCE)


def signed(order):
    """Of a calculation, until what was signed changes."""
    return Attachment.objects.of(order).filter(purpose=Attachment.Purpose.ACCEPTANCE)


def forget_signature(order):
    """Other positions, another price or date: that is not what was signed."""
    attachments.forget(signed(order))
