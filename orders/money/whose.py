"""Whose money it is: a payment keeps its order's client and a step of a debt its invoice's, so that
the timeline of a client is read from one index. The database writes it, however a row came into the
table or changed hands."""

import pgtrigger


def _taken(name, owner, key):
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
        NEW.client_id = (SELECT client_id FROM {owner} WHERE id = NEW.{key});
        RETURN NEW;
    """,
    )


def _followed(name, table, key):
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("client_id"),
        condition=pgtrigger.Condition("OLD.client_id IS DISTINCT FROM NEW.client_id"),
        func=f"""
        UPDATE {table} SET client_id = NEW.client_id WHERE {key} = NEW.id;
        RETURN NULL;
    """,
    )


TAKEN_FROM_ORDER = _taken("payment_client", "orders_workorder", "order_id")
FOLLOW_ORDER = _followed("payments_follow", "orders_payment", "order_id")
TAKEN_FROM_INVOICE = _taken("debt_step_client", "orders_invoice", "invoice_id")
FOLLOW_INVOICE = _followed("debt_steps_follow", "orders_debtstep", "invoice_id")
