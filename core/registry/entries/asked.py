"""What somebody may decide, and what has a term."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ApprovalKind:
    """What may be asked of those who have `right`. `sentence(approval)` says what is asked, and
    `about(subject)` in a few (label, words) what it is asked for."""

    code: str
    label: str
    right: str
    model: type
    sentence: Callable[[Any], str]
    about: Callable[[Any], list[tuple]] = lambda subject: []
    # The most that a person with the right decides alone, against Approval.measure; None: any.
    limit: Callable[[Any], Any] = lambda person: None
    on_approve: Callable[..., None] | None = None  # (approval, by=…), in the same transaction


@dataclass(frozen=True)
class DeadlineKind:
    """A watched term of rows of `model`: see company/deadlines. `warn(owner, warning)` is called
    once for each of `warnings`, in a transaction; `warning.is_late` after an outage."""

    code: str
    model: type
    warnings: tuple
    warn: Callable[[Any, Any], None]
