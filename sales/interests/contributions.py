from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.assignment import hands
from core import registry
from core.registry import (
    CreateItem,
    Hanging,
    HomeBlock,
    NavItem,
    Panel,
    SearchProvider,
    TimelineSource,
)
from sales.interests import answering, home, panels
from sales.interests.actions import answer_by_talk
from sales.interests.lifecycle import ADD, SEE, InterestVerb
from sales.models import AnswerRule, Interest, InterestStep, MonthTold

LABEL = pgettext_lazy("list", "Interests and needs")
FOLDERS = (
    ("chip=mine", pgettext_lazy("interests", "Mine"), "user-check"),
    ("chip=overdue", _("Answer is overdue"), "alert-triangle"),
    ("chip=unmet", _("Unmet demand"), "mood-sad"),
)


def contribute():
    _lead()
    _show()
    registry.add_owner(
        registry.Owner(Interest, Interest.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.add_owner(registry.Owner(MonthTold, MonthTold.objects.visible_to))
    registry.add_deadline_kind(answering.KIND)
    registry.react("interaction_held", answer_by_talk)
    registry.hangs_on_client.append(Hanging(Interest, "client"))
    registry.dealings.append(registry.Dealing(Interest.objects.visible_to))
    registry.add_personal_data(
        registry.PersonalData(Interest, ("wish", "agreed")),
        registry.PersonalData(InterestStep, ("note",)),
    )
    _of_employees()


def _lead():
    index = "sales:interests"
    registry.nav.append(NavItem("sales", LABEL, index, "sparkles", SEE, 10))
    for place, (query, label, icon) in enumerate(FOLDERS, start=11):
        registry.nav.append(
            NavItem("sales", label, index, icon, SEE, place, query=query, inside=True)
        )
    registry.create_items.append(
        CreateItem(
            pgettext_lazy("create", "Interest"),
            "sales:add_interest",
            "sparkles",
            ADD,
            12,
            "alt+o",
            in_dialog=True,
        )
    )


def _show():
    for page, context, order, mark in (
        ("clients.client", panels.of_client, 15, panels.is_any_of_client),
        ("interactions.interaction", panels.of_talk, 30, None),
    ):
        template = "sales/interests/_panel.html"
        registry.add_panel(Panel(page, panels.CODE, template, context, SEE, order, mark=mark))
    for code, context in (("offered", hands.waiting), ("chain", hands.chain)):
        template = f"company/_{code}.html"
        registry.add_panel(Panel("sales.interest", code, template, context, order=5))
    registry.home_blocks.append(
        HomeBlock("interests", "sales/interests/_home.html", home.to_answer, SEE, 7)
    )
    registry.search_providers.append(SearchProvider("interests", LABEL, panels.find, SEE, 45))
    registry.timeline_sources.append(
        TimelineSource(
            "interests",
            LABEL,
            "sparkles",
            panels.came_from,
            "received_at",
            "sales/interests/_timeline.html",
            lambda rows, user: rows.with_people(),
            SEE,
            25,
        )
    )


def _of_employees():
    for model, field in [
        (Interest, "responsible"),
        (Interest, "created_by"),
        (InterestStep, "by"),
        (AnswerRule, "employee"),
    ]:
        registry.hangs_on_employee.append(Hanging(model, field))
    _of_leavers()


def _of_leavers():
    registry.duties += [
        registry.Duty(
            "interests",
            LABEL,
            Interest,
            "responsible",
            Interest.objects.undecided,
            SEE,
            of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
            path="client",
            story=(InterestStep, InterestVerb.TAKE_OVER),
            order=29,
        ),
        registry.Duty(
            "answer_rules",
            _("Rules of who answers interests"),
            AnswerRule,
            "employee",
            AnswerRule.objects.active,
            SEE,
            order=28,
        ),
    ]
