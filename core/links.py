"""Secret links: an address that opens one thing of the firm's to whoever holds it.

The token is shown once, when it is made; the database keeps its hash, so a stolen backup opens
nothing. What a link opens is for its purpose's own view to say.
"""

import hashlib
import secrets
from datetime import timedelta

from core import clock
from core.models import SecretLink

SEEN_EVERY = timedelta(minutes=10)


def make(owner, *, purpose, by, days=None) -> str:
    """The token of a new link to `owner`; without `days` it is valid until revoked."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    SecretLink.objects.create(
        owner_type=owner._meta.label_lower,
        owner_id=owner.pk,
        purpose=purpose,
        token_hash=_hash(token),
        by=by,
        created_at=now,
        valid_until=now + timedelta(days=days) if days else None,
    )
    return token


def opened(token: str, *, purpose) -> SecretLink | None:
    """The valid link of this token, and None for anything else; its use is noted."""
    link = SecretLink.objects.valid().filter(token_hash=_hash(token), purpose=purpose).first()
    if link and (link.last_used_at is None or link.last_used_at < clock.now() - SEEN_EVERY):
        link.last_used_at = clock.now()
        link.save(update_fields=["last_used_at"])
    return link


def standing(owner, *, purpose) -> SecretLink | None:
    """The newest valid link given out for this purpose."""
    valid = SecretLink.objects.valid().of(owner).filter(purpose=purpose)
    return valid.order_by("-created_at", "-pk").first()


def revoke(owner, *, purpose):
    """Every address given out for this purpose opens nothing any more."""
    valid = SecretLink.objects.valid().of(owner).filter(purpose=purpose)
    valid.update(revoked_at=clock.now())


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()
