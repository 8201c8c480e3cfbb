"""A secret link opens its one thing, until it is revoked or its time is over."""

from datetime import timedelta

import pytest

from core import clock, links
from core.models import SecretLink
from tests import given

pytestmark = pytest.mark.django_db


def test_the_token_opens_and_is_not_kept():
    olga = given.employee()
    token = links.make(olga, purpose="calendar", by=olga)

    link = links.opened(token, purpose="calendar")

    assert (link.owner_type, link.owner_id) == ("company.employee", olga.pk)
    assert link.last_used_at is not None
    assert token not in str(SecretLink.objects.values().get())


def test_another_purpose_another_token_and_no_token_open_nothing():
    olga = given.employee()
    token = links.make(olga, purpose="calendar", by=olga)

    assert links.opened(token, purpose="proposal") is None
    assert links.opened(token + "x", purpose="calendar") is None
    assert links.opened("", purpose="calendar") is None


def test_it_closes_when_revoked_and_when_its_time_is_over():
    olga, ivan = given.employee(), given.employee()
    revoked = links.make(olga, purpose="calendar", by=olga)
    others = links.make(ivan, purpose="calendar", by=ivan)
    short = links.make(ivan, purpose="proposal", by=ivan, days=14)

    links.revoke(olga, purpose="calendar")

    assert links.opened(revoked, purpose="calendar") is None
    assert links.opened(others, purpose="calendar")
    with clock.at(clock.now() + timedelta(days=15)):
        assert links.opened(short, purpose="proposal") is None
