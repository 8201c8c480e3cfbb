"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry
from core.registry import CalendarSource, Hanging, HomeBlock, NavItem, Panel, TimelineSource
from interactions import calendar, home, responsibility
from interactions.actions.letters import keep_copy
from interactions.forms import NoteForm
from interactions.models import (
    Interaction,
    InteractionParticipant,
    InteractionReminder,
    InteractionStep,
)

SHOWN = 20
SEE, HOLD = "interactions.view_interaction", "interactions.hold_interaction"


def contribute():
    _pages()
    _over_time()
    registry.add_owner(
        registry.Owner(Interaction, Interaction.objects.within_reach_of, attach_right=HOLD)
    )
    # A reminder's letter to a colleague is seen with what it reminds of.
    registry.add_owner(registry.Owner(InteractionReminder, InteractionReminder.objects.visible_to))
    registry.react("letter_written", keep_copy)
    registry.hangs_on_client.append(Hanging(Interaction, "client"))
    registry.hangs_on_employee += [
        Hanging(Interaction, "responsible"),
        Hanging(Interaction, "held_by"),
        Hanging(InteractionStep, "by"),
        Hanging(InteractionParticipant, "employee"),
        Hanging(InteractionReminder, "employee"),
    ]
    registry.duties += responsibility.DUTIES


def _pages():
    registry.nav += [
        NavItem("desk", _("Today"), "today", "sun", right="clients.change_client", order=0),
        NavItem("desk", pgettext_lazy("list", "Calls"), "interactions:calls", "phone", SEE, 30),
        NavItem(
            "clients",
            pgettext_lazy("list", "Calls and meetings"),
            "interactions:index",
            "messages",
            SEE,
            20,
        ),
    ]
    registry.home_blocks.append(
        HomeBlock("calls", "interactions/_home.html", home.calls, right=SEE, order=10)
    )
    registry.add_panel(
        Panel("clients.client", "interactions", "interactions/_panel.html", of_client, SEE, 40)
    )
    registry.add_panel(
        Panel("orders.workorder", "interactions", "interactions/_panel.html", of_order, SEE, 40)
    )


def _over_time():
    label = pgettext_lazy("list", "Calls and meetings")
    registry.timeline_sources.append(
        TimelineSource(
            "interactions",
            label,
            "messages",
            lambda client, user: Interaction.objects.filter(client=client),
            "moment_at",
            "interactions/_timeline.html",
            lambda rows: rows.with_employees(),
            SEE,
        )
    )
    registry.calendar_sources.append(
        CalendarSource("interactions", label, calendar.events, calendar.move, SEE)
    )


def of_client(client, user, form=None):
    """With the fields of a quick note; `form` is one that was refused."""
    panel = _panel(Interaction.objects.filter(client=client), client, user)
    if user.has_perm(HOLD):
        note_url = reverse("interactions:note", args=[client.pk])
        panel |= {"form": form or NoteForm(), "note_url": note_url}
    return panel


def of_order(order, user):
    label = order._meta.label_lower
    about = f"?about={label}-{order.pk}"
    return _panel(Interaction.objects.about(order), order.client, user, about)


def _panel(rows, client, user, about=""):
    """Newest first, so that what is planned stands at the top. The client's dealings are the whole
    firm's; whose page may be seen, its interactions may."""
    shown = list(rows.with_employees().newest_first()[:SHOWN])
    add_url = f"{reverse('interactions:add', args=[client.pk])}{about}"
    return {
        "interactions": shown,
        "all_url": f"{reverse('interactions:index')}?client={client.pk}",
        "has_more": len(shown) == SHOWN,
        "add_url": add_url if user.has_perm(HOLD) else "",
    }
