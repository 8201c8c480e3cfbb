"""All changes of many clients that there are, by name."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.attributes import attributes
from clients.bulk import values
from clients.bulk.belonging import AddTag, AddToSegment, RemoveTag
from clients.bulk.change import Change
from clients.bulk.manager import Manager


def changes(user) -> dict[str, Change]:
    """What this person may choose from, in the order of the list."""
    read = attributes(user)
    known = [AddToSegment("segment", pgettext_lazy("bulk", "Add to a frozen segment"))]
    if "tags" in read:
        known = [
            AddTag("add_tag", _("Add a tag")),
            RemoveTag("remove_tag", _("Remove a tag")),
            *known,
        ]
    if "responsible" in read:
        known = [Manager("responsible", _("Manager")), *known]
    return {each.code: each for each in [*known, *values.changes(read)]}
