"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core import registry
from core.registry import PersonalData
from orders.work_orders.lifecycle import UNLOADED
from orders.work_orders.querysets import BRING
from production import home, notes
from production.actions.defects import note_defect, show_photo_of_control
from production.models import Defect, Question, TransportList, TransportListStep, TransportRow
from production.transport import panels
from production.transport.actions import settle

SAID = ("text", "answer")


def contribute():
    registry.nav.append(
        registry.NavItem(
            "shop", _("Shop queue"), "production:queue", "tools", "orders.view_shop_position", 10
        )
    )
    registry.nav.append(
        registry.NavItem("shop", _("Transport"), "production:transport", "truck", BRING, 20)
    )
    _carry()
    _ask()
    _send_back()


def _carry():
    """Transport lists: their papers, who stands on them, and pieces that others have moved."""
    registry.add_owner(registry.Owner(TransportList, TransportList.objects.visible_to))
    registry.hangs_on_employee.append(registry.Hanging(TransportList, "driver"))
    registry.hangs_on_employee.append(registry.Hanging(TransportListStep, "by"))
    registry.duties.append(
        registry.Duty(
            "transport",
            _("Transport lists under way"),
            TransportList,
            "driver",
            lambda: TransportList.objects.open() | TransportList.objects.on_the_way(),
            BRING,
            order=60,
        )
    )
    registry.react(UNLOADED, settle)
    registry.add_personal_data(
        PersonalData(TransportRow), PersonalData(Defect, ("words",)), PersonalData(Question, SAID)
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder",
            "transport",
            "production/_whereabouts.html",
            panels.of_order,
            "",
            30,
            "aside",
        )
    )


def _ask():
    """What the workshop asks, on the pages of those who answer for the order."""
    for field in ("manager", "asked_by", "answered_by"):
        registry.hangs_on_employee.append(registry.Hanging(Question, field))
    registry.duties.append(
        registry.Duty(
            "questions",
            _("Questions of the workshop"),
            Question,
            "manager",
            Question.objects.open,
            "production.answer_question",
            of_managers=lambda rows: rows.filter(manager=F("position__order__client__responsible")),
            path="position__order__client",
            order=25,
        )
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder", "notes", "production/_notes_panel.html", notes.of_order, "", 10
        )
    )
    registry.add_panel(
        registry.Panel(
            "orders.control", "shop", "production/_control_panel.html", notes.of_control, "", 10
        )
    )
    registry.home_blocks.append(
        registry.HomeBlock(
            "questions",
            "production/_questions_home.html",
            home.questions,
            "production.answer_question",
            15,
        )
    )


def _send_back():
    """Defects, with the photographs of the control."""
    registry.add_owner(
        registry.Owner(Defect, Defect.objects.visible_to, attach_right="orders.send_back_position")
    )
    registry.hangs_on_employee.append(registry.Hanging(Defect, "found_by"))
    registry.react("position_sent_back", note_defect)
    registry.react("file_attached", show_photo_of_control)
