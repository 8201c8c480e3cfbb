from orders.money.debts.actions.answer import (
    ask_deferral,
    dispute,
    grant_deferral,
    promise,
    settle_dispute,
)

__all__ = ["ask_deferral", "dispute", "grant_deferral", "promise", "settle_dispute"]
