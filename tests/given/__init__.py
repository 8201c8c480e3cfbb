"""What a test begins with: one function per noun, and only what matters is named in the test."""

from tests.given.client_base import (
    ad_source,
    client,
    client_group,
    condition,
    consent,
    consent_text,
    contact_person,
    duplicate_group,
    personal_request,
    planned_call,
    region,
    regulation,
    segment,
    series,
)
from tests.given.firm import PASSWORD, absence, department, employee, firm, free_day, office, role
from tests.given.money import bank_account, debt_step, invoice, organisation, statement
from tests.given.orders import (
    amended,
    amendment,
    approval,
    calculation,
    cash_shift,
    checked_order,
    content,
    defect_cause,
    half_ready_order,
    handed_over_order,
    order,
    question,
    ready_order,
    remark,
)
from tests.given.prices import (
    bought_for,
    costs,
    delivery,
    discount_rule,
    goods,
    measuring,
    mirror,
    price_list,
)
from tests.given.sales import (
    answer_rule,
    deal,
    interest,
    loss_reason,
    offered,
    plan_remark,
    process,
    product_group,
    proposal,
    sales_plan,
    sent_proposal,
    shown_at,
)
from tests.given.work import done_task, recurring_task, task
