from celery import shared_task

from clients import actions, completeness, regulation, relation_length
from clients.actions import bulk, importing
from clients.models import Client, NameWord, Segment
from clients.personal import looked, retention
from core.errors import Refused


@shared_task
def forget_unused_name_words():
    NameWord.objects.forget_unused(Client.objects.all())


@shared_task
def recount_segments():
    """How many are in each live segment: what the list of segments shows."""
    for segment in Segment.objects.live():
        try:
            actions.recount_segment(segment)
        except Refused:
            continue  # its page says what to mend


@shared_task
def count_average_relation():
    relation_length.count_average()


@shared_task
def hold_cards_against_regulation():
    """Stages mean what the firm's rules of today say, and own fields come out of use."""
    regulation.hold_thresholds()
    completeness.refresh_all()


@shared_task
def forget_old_imports():
    importing.forget_old()


@shared_task
def forget_old_bulk_changes():
    bulk.forget_old()


@shared_task
def forget_old_card_views():
    looked.forget_old()


@shared_task
def end_terms_of_personal_data():
    """Consents that were given for a time end; whose data nothing holds any more is listed."""
    retention.end_consents()
    retention.look_for_ended()
