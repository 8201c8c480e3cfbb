from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.utils.functional import cached_property

from company.models.employee import named
from core.fetching import AnyOf
from core.models import Attachment
from core.prepared import prepared

PEOPLE = ("added_by", "removed_by")


class Attached:
    """What hangs on an order and on its positions, for pages that show it whole."""

    @cached_property
    def files(self) -> list[Attachment]:
        """Each with the `ordinal` of its position, None where it is the order's own; signatures
        and what was taken away too. One query for a page."""
        return _files(self)


@prepared
def _files(order):
    positions, pieces = order.positions.model, order.positions.order_by().values("pk")
    of_pieces = Q(
        AnyOf(F("owner_id"), ArraySubquery(pieces)), owner_type=positions._meta.label_lower
    )
    of_order = Q(owner_type=order._meta.label_lower, owner_id=order.pk)
    ordinal = positions.objects.filter(pk=OuterRef("owner_id")).values("ordinal")[:1]
    found = Attachment.objects.filter(of_order | of_pieces).select_related(*PEOPLE)
    found = found.annotate(ordinal=Case(When(of_pieces, then=Subquery(ordinal))))
    return found.defer(*named(*PEOPLE)).order_by("ordinal", "pk")
