from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.assignment import hands
from core import registry
from sales.deals import calendar, home, panels
from sales.deals.lifecycle import ADD, SEE, DealVerb
from sales.models import (
    ClientOutlook,
    CompetitorOffer,
    Deal,
    DealOrder,
    DealPerson,
    DealStay,
    DealStep,
    RiskScore,
)

DEALS = pgettext_lazy("list", "Deals")
FOLDERS = (
    ("chip=mine", pgettext_lazy("deals", "Mine"), "user-check"),
    ("chip=stuck", pgettext_lazy("deals", "Stuck"), "alert-triangle"),
)


def contribute():
    _pages()
    _panels()
    _over_time()
    _hang()
    registry.add_owner(
        registry.Owner(Deal, Deal.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.dealings.append(registry.Dealing(Deal.objects.visible_to))
    registry.duties.append(
        registry.Duty(
            "deals",
            DEALS,
            Deal,
            "responsible",
            Deal.objects.open,
            SEE,
            of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
            path="client",
            story=(DealStep, DealVerb.HAND_OVER),
            order=30,
        )
    )
    registry.react("order_asked_for", panels.remember_order)


def _pages():
    registry.nav.append(registry.NavItem("sales", DEALS, "sales:deals", "arrows-right", SEE, 20))
    for place, (query, label, icon) in enumerate(FOLDERS, start=21):
        registry.nav.append(
            registry.NavItem(
                "sales", label, "sales:deals", icon, SEE, place, query=query, inside=True
            )
        )
    registry.create_items.append(
        registry.CreateItem(
            pgettext_lazy("create", "Deal"), "sales:add_deal", "arrows-right", ADD, 12
        )
    )
    registry.home_blocks.append(
        registry.HomeBlock("stuck_deals", "sales/deals/_home.html", home.stuck, SEE, 18)
    )
    registry.search_providers.append(registry.SearchProvider("deals", DEALS, panels.find, SEE, 35))


def _panels():
    for code, context, place, mark in (
        ("offered", hands.waiting, "top", None),
        (hands.CHAIN, hands.chain, "aside", hands.has_gone(Deal)),
    ):
        template = f"company/_{code}.html"
        registry.add_panel(
            registry.Panel("sales.deal", code, template, context, "", 3, place, mark)
        )
    registry.add_panel(
        registry.Panel(
            "clients.client",
            "deals",
            "sales/deals/_of_client.html",
            panels.of_client,
            SEE,
            24,
            mark=panels.has_deals,
        )
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder",
            "deal",
            "sales/deals/_of_order.html",
            panels.of_order,
            SEE,
            15,
            "aside",
            mark=panels.has_deal,
        )
    )
    registry.add_panel(
        registry.Panel(
            "clients.client",
            "outlook",
            "sales/deals/_outlook.html",
            panels.outlook_of,
            SEE,
            45,
            "aside",
            mark=panels.has_outlook,
        )
    )


def _over_time():
    registry.timeline_sources.append(
        registry.TimelineSource(
            "deals",
            DEALS,
            "arrows-right",
            lambda client, user: Deal.objects.visible_to(user).filter(client=client),
            "created_at",
            "sales/deals/_timeline.html",
            lambda rows, user: rows.with_people(),
            SEE,
        )
    )
    registry.calendar_sources.append(
        registry.CalendarSource(
            "deals",
            _("Expected closings"),
            calendar.events,
            calendar.move,
            SEE,
            icon="arrows-right",
        )
    )


def _hang():
    for model in (Deal, ClientOutlook):
        registry.hangs_on_client.append(registry.Hanging(model, "client"))
    registry.hangs_on_person.append(registry.Hanging(DealPerson, "person"))
    for model, field in (
        (Deal, "responsible"),
        (Deal, "created_by"),
        (DealStep, "by"),
        (CompetitorOffer, "noted_by"),
        (RiskScore, "by"),
        (ClientOutlook, "by"),
    ):
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.add_personal_data(
        registry.PersonalData(Deal, ("title", "wish")),
        registry.PersonalData(DealStay),
        registry.PersonalData(DealStep, ("note",)),
        registry.PersonalData(DealPerson, is_deleted=True),
        registry.PersonalData(CompetitorOffer, ("what", "source")),
        registry.PersonalData(DealOrder),
        registry.PersonalData(RiskScore, is_deleted=True),
        registry.PersonalData(ClientOutlook, is_deleted=True),
    )
