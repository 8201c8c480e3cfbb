"""Whose money it is: a payment keeps its order's client, so that the timeline of a client is read
from one index. The database writes it, however a row came into the table or changed hands."""

import pgtrigger

TAKEN_FROM_ORDER = pgtrigger.Trigger(
    name="payment_client",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        NEW.client_id = (SELECT client_id FROM orders_workorder WHERE id = NEW.order_id);
        RETURN NEW;
    """,
)
FOLLOW_ORDER = pgtrigger.Trigger(
    name="payments_follow",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("client_id"),
    condition=pgtrigger.Condition("OLD.client_id IS DISTINCT FROM NEW.client_id"),
    func="""
        UPDATE orders_payment SET client_id = NEW.client_id WHERE order_id = NEW.id;
        RETURN NULL;
    """,
)
