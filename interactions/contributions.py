"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.assignment import hands
from core import clock, registry
from core.lists.declared import counted, with_count
from core.prepared import prepared
from core.registry import (
    CalendarSource,
    Hanging,
    HomeBlock,
    NavItem,
    Panel,
    PersonalData,
    TimelineSource,
)
from interactions import calendar, home, responsibility
from interactions.actions.erased import drop_of_erased
from interactions.actions.letters import keep_copy
from interactions.actions.regulate import REGULATE_RIGHT
from interactions.models import (
    ContactDue,
    ContactRegulation,
    Interaction,
    InteractionParticipant,
    InteractionReminder,
    InteractionSeries,
    InteractionStep,
)
from interactions.regulations import calls as regulated

SHOWN, PLANNED_SHOWN = 20, 5
SEE, HOLD = "interactions.view_interaction", "interactions.hold_interaction"


def contribute():
    _own()
    _forget()
    _hang()
    _lead()
    _show()
    _over_time()
    regulated.contribute()
    registry.react("letter_written", keep_copy)
    registry.react("personal_data_erased", drop_of_erased)
    registry.duties += responsibility.DUTIES


def _own():
    registry.add_owner(
        registry.Owner(Interaction, Interaction.objects.within_reach_of, attach_right=HOLD)
    )
    # A reminder's letter to a colleague is seen with what it reminds of.
    registry.add_owner(registry.Owner(InteractionReminder, InteractionReminder.objects.visible_to))
    registry.dealings.append(
        registry.Dealing(lambda user: Interaction.objects.visible_to(user).planned())
    )
    registry.needs_of_data.append(
        registry.NeedOfData(lambda since: Interaction.objects.filter(moment_at__gte=since))
    )


def _forget():
    registry.add_personal_data(
        PersonalData(ContactDue, is_deleted=True),
        PersonalData(InteractionSeries, ("purpose", "place"), erase=_end),
        PersonalData(Interaction, ("purpose", "place", "note", "external_id")),
        PersonalData(InteractionStep, ("note",)),
        PersonalData(InteractionParticipant, erase=_forget_people),
        PersonalData(InteractionReminder),
    )


def _hang():
    registry.hangs_on_client += [
        Hanging(Interaction, "client"),
        Hanging(InteractionSeries, "client", label=_("Repeated calls and meetings")),
        Hanging(ContactDue, "client", label=None),
    ]
    registry.hangs_on_person.append(Hanging(InteractionParticipant, "person"))
    registry.hangs_on_employee += [
        Hanging(Interaction, "responsible"),
        Hanging(Interaction, "held_by"),
        Hanging(InteractionStep, "by"),
        Hanging(InteractionSeries, "responsible"),
        Hanging(InteractionSeries, "by"),
        Hanging(InteractionParticipant, "employee"),
        Hanging(InteractionReminder, "employee"),
        Hanging(ContactRegulation, "made_by"),
    ]


def _lead():
    registry.nav += [
        NavItem("desk", _("Today"), "today", "sun", right="clients.change_client", order=0),
        NavItem(
            "own",
            pgettext_lazy("page", "Calendar"),
            "interactions:calendar",
            "calendar",
            "tasks.view_task",  # whoever may be given anything has something to plan
            40,
            "alt+r",
        ),
        NavItem("desk", pgettext_lazy("list", "Calls"), "interactions:calls", "phone", SEE, 30),
        NavItem(
            "clients",
            pgettext_lazy("list", "Calls and meetings"),
            "interactions:index",
            "messages",
            SEE,
            20,
        ),
        NavItem(
            "clients",
            _("Regulations of contact"),
            "interactions:regulations",
            "calendar-repeat",
            REGULATE_RIGHT,
            25,
        ),
    ]


def _show():
    for code, context in (("offered", hands.waiting), ("chain", hands.chain)):
        template = f"company/_{code}.html"
        registry.add_panel(Panel("interactions.interaction", code, template, context, order=5))
    registry.home_blocks.append(
        HomeBlock("given", "interactions/_given_home.html", home.given, right=SEE, order=6)
    )
    registry.home_blocks.append(
        HomeBlock("calls", "interactions/_home.html", home.calls, right=SEE, order=10)
    )
    for code, context, order, place in (
        ("next", next_with, 10, "top"),
        ("note", note_on, 90, "main"),
    ):
        template = f"interactions/_{code}.html"
        registry.add_panel(Panel("clients.client", code, template, context, SEE, order, place))
    registry.add_panel(
        Panel("orders.workorder", "interactions", "interactions/_panel.html", of_order, SEE, 40)
    )


def _over_time():
    label = pgettext_lazy("list", "Calls and meetings")
    for code, name, icon, rows, order in (
        ("interactions", label, "messages", said_to, 10),
        ("letters", pgettext_lazy("timeline", "Letters"), "mail", written_to, 20),
    ):
        registry.timeline_sources.append(
            TimelineSource(
                code, name, icon, rows, "moment_at", "interactions/_timeline.html",
                lambda rows, user: rows.with_employees(), SEE, order,
            )
        )  # fmt: skip
    registry.calendar_sources.append(
        CalendarSource("interactions", label, calendar.events, calendar.move, SEE, icon="phone")
    )


def said_to(client, user):
    """The client's dealings are the whole firm's; whose page may be seen, its interactions may."""
    return Interaction.objects.of_client(client).settled().spoken()


def written_to(client, user):
    return Interaction.objects.of_client(client).settled().written()


def next_with(client, user):
    """What is planned, the nearest first."""
    rows, count = counted(_planned_with(client))
    return {
        "planned": rows,
        "count": count,
        "has_more": count != str(len(rows)),
        "all_url": f"{reverse('interactions:index')}?client={client.pk}&status=planned",
        "add_url": _add_url(client, user),
    }


@prepared
def _planned_with(client):
    planned = Interaction.objects.of_client(client).planned().with_employees()
    return with_count(planned.order_by("planned_at", "pk"))[:PLANNED_SHOWN]


def note_on(client, user):
    """The way to a quick note; its fields come when they are asked for."""
    if not user.has_perm(HOLD):
        return None
    note_url = reverse("interactions:note", args=[client.pk])
    return {"note_url": note_url, "add_url": _add_url(client, user)}


def of_order(order, user):
    label = order._meta.label_lower
    about = f"?about={label}-{order.pk}"
    return _panel(_newest_about(order), order.client, user, about)


@prepared
def _newest_about(subject):
    return Interaction.objects.about(subject).with_employees().newest_first()[:SHOWN]


def _panel(rows, client, user, about=""):
    """Newest first, so that what is planned stands at the top."""
    shown = rows
    return {
        "interactions": shown,
        "all_url": f"{reverse('interactions:index')}?client={client.pk}",
        "has_more": len(shown) == SHOWN,
        "add_url": _add_url(client, user, about),
    }


def _add_url(client, user, about=""):
    address = f"{reverse('interactions:add', args=[client.pk])}{about}"
    return address if user.has_perm(HOLD) else ""


def _end(series):
    """Nothing is planned any more with whom nobody knows."""
    series.filter(ended_at=None).update(ended_at=clock.now())


def _forget_people(participants):
    """Colleagues took part all the same."""
    participants.exclude(person=None).delete()
