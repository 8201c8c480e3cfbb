"""Default rights of each role, in one table. The firm's copy is edited on the roles page.

A right is `<app>.<verb>_<model>`, declared by a model's Meta or by a life cycle. `load_roles`
writes what is missing and never overwrites what the firm has changed.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from company import rights
from company.models import Role
from company.rights import DefaultRole

# Everybody may set tasks and be asked; whoever directs sees those of all.
TASKS = ["tasks.view_task", "tasks.add_task"]
DIRECT_TASKS = ["tasks.control_task", "tasks.change_tasktemplate", "tasks.change_recurringtask"]
SEE_ORDERS = ["orders.view_workorder", "orders.see_prices", "orders.view_payment"]
SEE_INVOICES = ["orders.view_invoice"]
INVOICES = [
    *SEE_INVOICES,
    "orders.add_invoice",
    "orders.send_invoice",
    "orders.cancel_invoice",
    "orders.add_reconciliation",
]
INTERESTS = ["sales.view_interest", "sales.add_interest", "sales.change_interest"]
DEALS = ["sales.view_deal", "sales.add_deal", "sales.change_deal"]
PROPOSALS = [
    "sales.view_proposal",
    "sales.add_proposal",
    "sales.change_proposal",
    "sales.send_proposal",
]
PLAN = ["sales.view_salesplan"]
DIRECT_SALES = [
    "sales.change_saleprocess",
    "sales.change_answerrule",
    "sales.change_proposaltemplate",
    "sales.approve_discount_proposal",
    "sales.approve_hand_price_proposal",
    "sales.change_salesplan",
]
# Whoever hears of what nobody has answered, and gets the report of each month.
MIND_SALES = ["sales.control_interest"]
STATEMENTS = ["orders.view_bankstatement", "orders.finish_bankline"]
SEE_CLIENTS = [
    "clients.view_client",
    "interactions.view_interaction",
    "interactions.hold_interaction",
]
IMPORT = "clients.import_client"
DESK = [
    *SEE_ORDERS,
    *SEE_CLIENTS,
    *INVOICES,
    *INTERESTS,
    *DEALS,
    *PROPOSALS,
    *PLAN,
    "clients.add_client",
    "clients.change_client",
    "clients.add_segment",
    "orders.add_workorder",
    "orders.change_workorder",
    "orders.accept_workorder",
    "orders.arrive_workorder",
    "orders.hold_workorder",
    "orders.return_for_rework_workorder",
    "orders.hand_over_workorder",
    "orders.archive_workorder",
    "orders.amend_workorder",
    "orders.cancel_workorder",
    "orders.answer_sketchsending",
    "orders.take_payment",
    "orders.refund_payment",
    "orders.correct_payment",
    "orders.view_cash_day",
    "orders.write_receipt_payment",
    "orders.view_cashshift",
    "orders.open_cashshift",
    "orders.withdraw_cashshift",
    "orders.close_cashshift",
    "company.view_approval",
    "production.answer_question",
    "core.add_attachment",
    "core.remove_attachment",
    "core.add_outgoingmessage",
]
SHOP = [
    "orders.view_shop_position",
    "orders.start_position",
    "orders.finish_position",
    "production.ask_question",
]
CHECK = ["orders.consent_amendment", "orders.check_position", "orders.send_back_position"]
PRICES = ["catalog.view_price", "catalog.change_price", "catalog.change_norm"]
DIRECT = [
    *DESK,
    *SHOP,
    *CHECK,
    *PRICES,
    *DIRECT_TASKS,
    *STATEMENTS,
    *DIRECT_SALES,
    "clients.set_terms_client",
    "catalog.see_costs",
    "catalog.change_discountrule",
    IMPORT,
    "clients.change_segment",
    "clients.merge_client",
    "clients.bulk_client",
    "interactions.change_contactregulation",
    "core.share_savedview",
    "orders.allow_debt_workorder",
    "orders.remake_workorder",
    "orders.warn_of_storage_workorder",
    "orders.grant_deferral_invoice",
    "orders.change_debtrule",
    "orders.approve_discount_workorder",
    "orders.approve_early_date_workorder",
    "orders.approve_hand_price_workorder",
    "orders.control_workorder",
    "orders.import_workorder",
    "core.view_outgoingmessage",
    "core.change_outgoingmessage",
    "company.change_calendarexception",
    "company.change_stage",
]
SETTINGS = [
    "tasks.change_tasktemplate",
    "company.view_employee",
    "company.change_employee",
    "company.change_role",
    "company.change_office",
    "company.change_firm",
    "company.change_absence",
    "company.change_dictionary",
    "company.change_calendarexception",
    "company.change_stage",
    "clients.change_entryrule",
    "orders.import_workorder",
    *PRICES,
    IMPORT,
    "core.view_exportlog",
    "core.share_savedview",
    "core.view_outgoingmessage",
    "core.change_outgoingmessage",
]
MARKET = [
    *SEE_CLIENTS,
    "sales.view_interest",
    "sales.view_deal",
    IMPORT,
    "clients.add_segment",
    "clients.change_segment",
]
LOOK = [*SEE_ORDERS, *SEE_CLIENTS]

# The duties of the law on personal data.
PERSONAL = ["clients.view_cardview", "clients.handle_personalrequest", "clients.erase_client"]

ALL, OFFICE = Role.Scope.ALL, Role.Scope.OFFICE
# code: (name, rights, scope, discount limit in per cent, first page)
ROLES = {
    "manager": (_("Order-desk manager"), DESK, OFFICE, 5, "today"),
    "commercial": (_("Commercial director"), [*DIRECT, *MIND_SALES], ALL, 20, "today"),
    "director": (_("Director"), [*DIRECT, *SETTINGS, *PERSONAL], ALL, 100, "today"),
    "foreman": (
        _("Workshop foreman"),
        [
            *SHOP,
            *CHECK,
            "tasks.change_tasktemplate",
            "tasks.change_recurringtask",
            "orders.arrive_workorder",
            "orders.mind_dates_position",
            "orders.hold_workorder",
            "company.change_stage",
            "catalog.change_norm",
        ],
        ALL,
        0,
        "production:queue",
    ),
    "worker": (_("Worker"), SHOP, ALL, 0, "production:queue"),
    "artist": (
        _("Artist"),
        ["orders.view_shop_position", "production.ask_question"],
        ALL,
        0,
        "production:queue",
    ),
    "marketing": (_("Advertising department"), MARKET, ALL, 0, "clients:index"),
    "quality": (_("Quality department"), LOOK, ALL, 0, "orders:index"),
    "service": (_("Service"), LOOK, ALL, 0, "orders:index"),
    "accountant": (
        _("Accountant"),
        [
            *LOOK,
            "orders.view_cash_day",
            "orders.view_cashshift",
            *INVOICES,
            *STATEMENTS,
            "orders.take_payment",
            "orders.refund_payment",
            "core.add_outgoingmessage",
            "orders.correct_payment",
            "orders.write_receipt_payment",
        ],
        ALL,
        0,
        "orders:index",
    ),
    "driver": (
        _("Driver, measurer, fitter"),
        [
            "orders.view_shop_position",
            "orders.arrive_workorder",
            "orders.hand_over_workorder",
            "orders.take_payment",
        ],
        ALL,
        0,
        "production:transport",
    ),
    "admin": (
        _("Administrator"),
        [
            *SETTINGS,
            *PERSONAL,
            *LOOK,
            *SEE_INVOICES,
            "orders.view_cash_day",
            "clients.merge_client",
        ],
        ALL,
        0,
        "company:employees",
    ),
}

# What nobody does as themselves: the login of the workshop's tablet, where each step asks for a
# worker's name and PIN and is taken with that worker's rights.
SHARED = {
    "tablet": (
        _("Workshop tablet"),
        ["orders.view_shop_position", "company.use_tablet"],
        ALL,
        0,
        "production:queue",
    ),
}


def declare():
    """The mechanism of roles reads this table, since it may not import it."""
    rights.declare(
        {
            code: DefaultRole(name, tuple(sorted({*allowed, *more})), scope, limit, home)
            for roles, more in ((ROLES, TASKS), (SHARED, []))
            for code, (name, allowed, scope, limit, home) in roles.items()
        }
    )


@transaction.atomic
def load_roles():
    """Missing roles, and to the others what they may do by default since the last time; a right
    that the firm has taken away does not come back."""
    for ordering, (code, default) in enumerate(rights.defaults.items()):
        role, is_new = Role.objects.select_for_update().get_or_create(
            code=code,
            defaults={
                "name": str(default.name),
                "rights": list(default.rights),
                "offered_rights": list(default.rights),
                "scope": default.scope,
                "discount_limit": default.discount_limit,
                "home": default.home,
                "ordering": ordering,
            },
        )
        if not is_new:
            _offer(role, default.rights)


def _offer(role, by_default):
    if new := set(by_default) - set(role.offered_rights):
        role.rights = sorted({*role.rights, *new})
        role.offered_rights = sorted({*role.offered_rights, *new})
        role.save(update_fields=["rights", "offered_rights"])
