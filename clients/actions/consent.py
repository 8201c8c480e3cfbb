from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from clients.models import Consent, ConsentText
from clients.models.consent import Channel, Purpose
from core import attachments, clock, registry
from core.errors import Refused

CHANGE = "clients.change_client"


@transaction.atomic
def give_consent(
    client, *, by, purpose, source, channels=(), given_at=None, person=None, files=()
) -> list[Consent]:
    """One row for each channel of advertising; one that stands already is left as it is."""
    _refuse_stranger(by)
    moment = given_at or clock.now()
    if moment > clock.now():
        raise Refused(_("A consent cannot be given in the future."))
    ways = list(dict.fromkeys(channels)) if purpose == Purpose.ADVERTISING else [""]
    if not ways:
        raise Refused(_("Name the channels: advertising is agreed to for each."))
    text = _text_of(purpose, moment)
    standing = client.consents.standing().filter(purpose=purpose, person=person)
    known = set(standing.values_list("channel", flat=True))
    facts = {"text": text, "source": source, "given_at": moment, "by": by, "person": person}
    given = [
        client.consents.create(purpose=purpose, channel=way, **facts)
        for way in ways
        if way not in known
    ]
    if not given:
        raise Refused(_("This consent stands already."))
    for file in files:
        attachments.attach(given[0], file, by=by)
    return given


def note_signed(client, purposes, *, by):
    """What somebody has put their name to at the counter."""
    ways = [Channel.PHONE, Channel.SMS, Channel.EMAIL, Channel.MESSENGER]
    for purpose in purposes:
        give_consent(client, by=by, purpose=purpose, channels=ways, source=Consent.Source.PAPER)


def _text_of(purpose, moment):
    text = ConsentText.objects.in_force(localdate(moment)).filter(purpose=purpose).first()
    if text is None:
        raise Refused(
            _("There is no text of this consent in force: it is added among the dictionaries.")
        )
    return text


@transaction.atomic
def withdraw_consent(consent, *, by, note="") -> Consent:
    """Effective at once. Announces `consent_withdrawn` with the consent."""
    _refuse_stranger(by)
    rows = Consent.objects.standing().filter(pk=consent.pk)
    withdrawn = {"withdrawn_at": clock.now(), "withdrawn_by": by, "withdrawal_note": note.strip()}
    if not rows.update(**withdrawn):
        raise Refused(_("This consent has been withdrawn already."))
    consent.refresh_from_db()
    registry.announce("consent_withdrawn", consent, by=by)
    return consent


def withdraw_all(client, *, by, note=""):
    for consent in client.consents.standing():
        withdraw_consent(consent, by=by, note=note)


def _refuse_stranger(by):
    if not (by.has_perm(CHANGE) or by.has_perm("clients.add_client")):
        raise PermissionDenied
