from orders.money.debts import calls, deferral


def contribute():
    calls.contribute()
    deferral.contribute()
