"""The act of acceptance: what was done, and handed over to a private person, at one visit."""

from orders.documents import handed


def content(visit) -> dict:
    return handed.content(visit, handed.ACT)
