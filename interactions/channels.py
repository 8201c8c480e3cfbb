"""How something is said, and by whose initiative: the firm's kinds are made of these."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Channel(TextChoices):
    CALL = "call", pgettext_lazy("interaction", "Call")
    VISIT = "visit", pgettext_lazy("interaction", "Visit")
    MEETING = "meeting", pgettext_lazy("interaction", "Meeting")
    ONLINE = "online", pgettext_lazy("interaction", "Online")
    LETTER = "letter", pgettext_lazy("interaction", "Letter")
    EMAIL = "email", pgettext_lazy("interaction", "E-mail")
    MESSAGE = "message", pgettext_lazy("interaction", "Message")


WRITTEN = [Channel.LETTER.value, Channel.EMAIL.value]


class Direction(TextChoices):
    OUT = "out", pgettext_lazy("interaction", "From us")
    IN = "in", pgettext_lazy("interaction", "From the client")
