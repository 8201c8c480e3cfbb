"""Filters declared once and copied lightly: django-filter copies all that they hold, deeply, for
every request, which took longer than fetching the rows."""

import copy
from collections import OrderedDict


class SharedFilters(OrderedDict):
    def __deepcopy__(self, memo):
        return OrderedDict((name, _copied(each)) for name, each in self.items())


def _copied(declared):
    """A filter of its own; its choices, widget and queryset are copied by the fields it makes."""
    own = copy.copy(declared)
    own.extra = dict(declared.extra)
    if declared.method is not None:
        own.method = declared.method
    return own
