"""A client's personal data is destroyed: what the law makes one keep stays, without the card."""

from collections import Counter

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F
from django.utils import translation
from django.utils.text import camel_case_to_spaces, capfirst
from django.utils.translation import gettext as _

from clients.models import Client, Erasure, PersonalRequest
from clients.models.personal import ERASE_RIGHT
from clients.personal import traces
from clients.personal.reach import reached
from core import clock, documents, registry
from core.errors import Refused

ACT = "erasure_act"
OF_CARD = ("email", "address", "note", "likes", "avoids", "aim", "strategy")
NOTHING = "\u2014"


def obstacles(client) -> list[str]:
    return [sentence for bar in registry.bars_erasure for sentence in bar(client)]


def preview(client) -> dict:
    """What goes, what is emptied and what stays: [(what, how many)], [(what, how many, ground)]."""
    return _told(reached(client))


@transaction.atomic
def erase(client, *, by, reason) -> Erasure:
    """For good. Done once more, it destroys what has come to the card since."""
    if not by.has_perm(ERASE_RIGHT):
        raise PermissionDenied
    if not reason.strip():
        raise Refused(_("Write down why the data is erased: the act names it."))
    card = Client.objects.select_for_update().get(pk=client.pk)
    if barred := obstacles(card):
        raise Refused(" ".join(barred))
    _end_consents(card, by)
    found = reached(card)
    told, known = _told(found), traces.of(card, found)
    # Now also of the cards that were merged into it, as long as that is known.
    Client.objects.filter(pk=card.pk).forget_history()
    for model in upper_first(found):
        _treat(model, found[model])
    _empty_card(card)
    traces.wipe(known, found)
    Client.objects.filter(pk=card.pk).forget_history()
    return _noted(card, told, by=by, reason=reason)


def _end_consents(card, by):
    """Nobody is written to or photographed any more; that they had agreed stays proved."""
    for consent in card.consents.standing():
        card.consents.filter(pk=consent.pk).update(withdrawn_at=clock.now(), withdrawn_by=by)
        consent.refresh_from_db()
        registry.announce("consent_withdrawn", consent, by=by)


def _noted(card, told, *, by, reason):
    done = Erasure.objects.filter(client=card).first()
    if done:
        return done
    done = Erasure.objects.create(client=card, reason=reason.strip(), at=clock.now(), by=by, **told)
    documents.issue(ACT, done, by=by)
    registry.announce("personal_data_erased", card, by=by)
    return done


def _told(found) -> dict:
    wiped, kept = Counter(), Counter()
    with translation.override(settings.LANGUAGE_CODE):
        for model in upper_first(found):
            entry, label = registry.personal_data[model], label_of(model)
            if entry.ground:
                kept[label, str(entry.ground)] += len(found[model])
            elif entry.is_deleted or entry.wiped or entry.erase:
                wiped[label] += len(found[model])
    told = [[label, count, ground] for (label, ground), count in kept.items()]
    return {"wiped": [list(each) for each in wiped.items()], "kept": told}


def upper_first(found):
    """A contact person goes after the calls in which they took part."""
    order = {config.label: place for place, config in enumerate(apps.get_app_configs())}
    return sorted(found, key=lambda model: (order[model._meta.app_label], model.__name__))


def label_of(model) -> str:
    """Rows that only tell of others, such as steps, have no name for people of their own."""
    named = {each.model: each.label for each in registry.hangs_on_client if each.label}
    if model in named:
        return str(named[model])
    name = model._meta.verbose_name
    if name == camel_case_to_spaces(model._meta.object_name):
        return _("Steps and details")
    return str(capfirst(name))


def _treat(model, pks):
    entry = registry.personal_data[model]
    rows = model._base_manager.filter(pk__in=pks)
    if entry.erase:
        entry.erase(rows)
    if entry.wiped:
        rows.update(**emptied(model, entry.wiped))
    events = getattr(model, "pgh_event_model", None)
    if events and not entry.is_deleted:
        past = events.objects.filter(pgh_obj_id__in=pks)
        past.update(**emptied(events, entry.wiped)) if entry.wiped else None
    if entry.is_deleted:
        rows.delete()


def emptied(model, names) -> dict:
    return {name: _empty(model._meta.get_field(name)) for name in names}


def _empty(field):
    if field.null:
        return None
    if isinstance(field, models.JSONField):
        return field.get_default() if field.has_default() else {}
    if field.is_relation or not isinstance(field, models.CharField | models.TextField):
        return field.get_default()
    return "" if field.blank else NOTHING


def _empty_card(card):
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Erased client No. %(number)s") % {"number": card.pk}
    values = dict.fromkeys(OF_CARD, "") | {"name": name, "own": {}, "group": None}
    Client.objects.filter(pk=card.pk).update(version=F("version") + 1, **values)
    PersonalRequest.objects.filter(client=card).update(text="")
