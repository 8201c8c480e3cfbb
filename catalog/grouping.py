"""Which product group a line belongs to: the first in the firm's order whose kind and family of
material fit it."""

from collections.abc import Iterable

from catalog.assortment import Assortment
from catalog.models import ProductGroup
from catalog.spec import LineSpec
from catalog.vocabulary import Kind


def group_of(
    spec: LineSpec, groups: Iterable[ProductGroup], assortment: Assortment
) -> ProductGroup | None:
    """`groups` stand in the firm's order; None: no group is meant for such lines."""
    family = assortment.materials[spec.item].family if spec.kind == Kind.SHEET else ""
    return next((group for group in groups if _fits(group, spec.kind, family)), None)


def _fits(group, kind, family) -> bool:
    return kind in group.kinds and (not group.families or family in group.families)
