"""An amendment becomes rows: kept positions stay the same rows, with their steps and files."""

from catalog.lines import Line
from company.robot import robot
from core import attachments
from orders.amendments.lifecycle import CONSENT_RIGHT
from orders.amendments.models import Decision, PositionChange
from orders.models import PositionOperation
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep
from orders.work_orders.position_files import leave_files
from orders.work_orders.positions import position_of, write_operations

STEPS = {Decision.ANEW: PositionStep.BEGIN_ANEW, Decision.GO_ON: PositionStep.GO_ON}
OF_LINE = [field.attname for field in Line._meta.local_fields if field.name != "ordinal"]


def write(amendment, found):
    order = found.order
    for place, pair in enumerate(found.pairs):
        if pair.position and pair.line:
            _change(amendment, pair, found.priced.get(place))
    for pair in found.pairs:
        if pair.line is None:
            _take_out(amendment, pair.position)
    new = [found.priced[place] for place, pair in enumerate(found.pairs) if not pair.position]
    _add(order, new, after=amendment.highest_ordinal())


def _take_out(amendment, position):
    """Its row stays as removed: what was defective and what was asked about it is not forgotten."""
    leave_files(position)
    position.operations.all().delete()
    position.order = amendment.order
    note = str(amendment)
    POSITION_LIFE.take(position, PositionStep.REMOVE, by=amendment.confirmed_by, note=note)


def _change(amendment, pair, priced):
    """Its price, and what is made; what only stands is not written."""
    position = pair.position
    position.overridden = pair.line.content.overridden
    if priced is None:
        position.save(update_fields=["overridden"])
        return
    written = position_of(amendment.order, position.ordinal, priced)
    for name in OF_LINE:
        setattr(position, name, getattr(written, name))
    position.has_unseen_change |= pair.is_changed and position.goes_to_shop
    position.save(update_fields=[*OF_LINE, "has_unseen_change"])
    if pair.is_changed and position.goes_to_shop:
        _make_otherwise(amendment, position, pair, priced)


def _make_otherwise(amendment, position, pair, priced):
    decision = amendment.decisions.get(str(position.pk), "")
    PositionChange.objects.create(
        position=position,
        amendment=amendment,
        before=pair.before.to_json(),
        after=pair.after.to_json(),
        decision=decision,
    )
    open_before = set(position.operations.queued().values_list("stage__code", flat=True))
    done = set(position.operations.values_list("stage__code", flat=True)) - open_before
    position.operations.all().delete()
    write_operations([(position, priced.route)])
    if decision in STEPS and position.is_being_made:
        foreman, note = _decided_by(amendment), str(amendment)
        POSITION_LIFE.take(position, STEPS[decision], by=foreman, note=note)
    _open(amendment.order, position, done if decision == Decision.GO_ON else set())


def _decided_by(amendment):
    """Whoever has left the firm since, or has another post, cannot be named any more."""
    foreman = amendment.consented_by
    return foreman if foreman.has_perm(CONSENT_RIGHT) else robot()


def _open(order, position, done):
    """What fits as it is made waits only for the stages that it has not passed."""
    if order.is_on_hold:
        return
    left = position.operations.exclude(stage__code__in=done)
    left.update(is_open=True)


def _add(order, lines, *, after):
    added = [
        position_of(order, ordinal, line) for ordinal, line in enumerate(lines, start=after + 1)
    ]
    for position, line in zip(added, lines, strict=True):
        position.save()
        write_operations([(position, line.route)])
        if line.content.photos:
            attachments.hand_on(line.content.photos, position)
        if not position.goes_to_shop:
            POSITION_LIFE.take(position, PositionStep.SHELVE, by=robot())
    if not order.is_on_hold:
        PositionOperation.objects.filter(position__in=added).update(is_open=True)
