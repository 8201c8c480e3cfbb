"""Which product group a line belongs to: the first in the firm's order whose kind and family of
material fit it. Pure: the groups stand in the assortment."""

from catalog.assortment import Assortment, GroupFacts
from catalog.spec import LineSpec
from catalog.vocabulary import Kind


def group_of(spec: LineSpec, assortment: Assortment) -> GroupFacts | None:
    """None: no group is meant for such lines."""
    family = assortment.materials[spec.item].family if spec.kind == Kind.SHEET else ""
    return next((group for group in assortment.groups if group.fits(spec.kind, family)), None)
