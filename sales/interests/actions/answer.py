from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from interactions import actions as interactions
from sales.interests import answering
from sales.interests.lifecycle import INTEREST_LIFE, InterestVerb
from sales.models import Interest


def locked(interest) -> Interest:
    people = ("client", "responsible", "ad_source")
    return (
        Interest.objects.select_for_update(of=["self"]).select_related(*people).get(pk=interest.pk)
    )


@transaction.atomic
def answer(interest, *, by, note="", kind=None) -> Interest:
    """The first answer. With a `kind` the talk stands in the client's history as well."""
    interest = locked(interest)
    answered(interest, by=by, note=note.strip())
    if kind:
        if not note.strip():
            raise Refused(_("Write in a few words what was said."))
        interactions.register(
            interest.client,
            by=by,
            kind=kind,
            purpose=interest.wish[:250],
            note=note.strip(),
            about=interest,
        )
    return interest


def answer_by_talk(interaction, *, by):
    """A talk about an interest, held with the client, is its first answer."""
    if interaction.subject_type != Interest._meta.label_lower:
        return
    found = Interest.objects.unanswered().filter(pk=interaction.subject_id).first()
    if found and by.has_perm(INTEREST_LIFE.right(InterestVerb.ANSWER)):
        answered(locked(found), by=by)


def answered(interest, *, by, note=""):
    INTEREST_LIFE.take(interest, InterestVerb.ANSWER, by=by, note=note, **first_answer(interest))
    answering.met(interest, by=by)


def first_answer(interest) -> dict:
    """What a step writes that is the first answer at the latest; nothing where there was one."""
    if interest.answered_at is not None:
        return {}
    now = clock.now()
    return {"answered_at": now, "answer_minutes": answering.minutes_since(interest, now)}
