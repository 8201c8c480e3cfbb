from company.robot import robot
from interactions.actions import reminders
from interactions.lifecycle import LIFE, Step
from interactions.models import Interaction


def drop_of_erased(client, *, by):
    """Nobody is called any more whose data is destroyed."""
    planned = Interaction.objects.planned().filter(client=client).order_by("pk")
    if calls := list(planned.select_for_update(of=("self",))):
        LIFE.take_together(calls, Step.DROP, by=robot(), held_by=by)
        for call in Interaction.objects.filter(pk__in=[call.pk for call in calls]):
            reminders.follow(call)
