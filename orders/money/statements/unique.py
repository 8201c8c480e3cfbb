"""By what a line is known again, whichever file it comes in: nothing is taken twice."""

import hashlib
from collections import Counter

from orders.money.statements.direction import Own, our_account
from orders.money.statements.statement import Statement


def keys_of(statement: Statement, own: Own) -> list[str]:
    """One for each entry, in their order; like ones of one file differ by an ordinal."""
    seen, keys = Counter(), []
    for entry in statement.entries:
        said = (
            our_account(entry, own),
            entry.day.isoformat(),
            entry.number,
            f"{entry.amount:.2f}",
            entry.payer.account,
            entry.payee.account,
        )
        ordinal = seen[said]
        seen[said] += 1
        text = "\n".join([*said, str(ordinal)])
        keys.append(hashlib.sha256(text.encode()).hexdigest())
    return keys
