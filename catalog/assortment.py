"""What the workshop works with, as plain facts: the pure modules know no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .vocabulary import MADE, Kind


@dataclass(frozen=True)
class MaterialFacts:
    code: str
    name: str
    family: str
    thickness_mm: int
    patterned: bool = False
    can_be_tempered: bool = True
    max_long_side_mm: int = 3210
    max_short_side_mm: int = 2250
    is_active: bool = True


@dataclass(frozen=True)
class ProcessingFacts:
    code: str
    name: str
    kind: str
    unit: str
    min_thickness_mm: int | None = None
    max_thickness_mm: int | None = None
    families: tuple[str, ...] = ()
    widths_mm: tuple[int, ...] = ()
    is_active: bool = True

    def suits(self, material: MaterialFacts) -> bool:
        if self.families and material.family not in self.families:
            return False
        return self.suits_thickness(material.thickness_mm)

    def suits_thickness(self, thickness_mm: int) -> bool:
        return (self.min_thickness_mm or 0) <= thickness_mm <= (self.max_thickness_mm or 10**6)


@dataclass(frozen=True)
class GlassClassFacts:
    """A class of complexity of stained glass: so many pieces in a square metre."""

    code: str
    name: str
    pieces_from: int
    pieces_to: int | None = None
    is_active: bool = True

    def covers(self, pieces_per_m2) -> bool:
        return self.pieces_from <= pieces_per_m2 and (
            self.pieces_to is None or pieces_per_m2 < self.pieces_to + 1
        )


@dataclass(frozen=True)
class ProductFacts:
    code: str
    name: str
    kind: str
    unit: str
    is_active: bool = True


@dataclass(frozen=True)
class GroupFacts:
    """A product group; empty families: all."""

    pk: int
    kinds: tuple[str, ...] = ()
    families: tuple[str, ...] = ()

    def fits(self, kind: str, family: str) -> bool:
        return kind in self.kinds and (not self.families or family in self.families)


@dataclass(frozen=True)
class Assortment:
    """Everything that a line may name, switched off or not: old lines still name it."""

    materials: Mapping[str, MaterialFacts] = field(default_factory=dict)
    processings: Mapping[str, ProcessingFacts] = field(default_factory=dict)
    glass_classes: Mapping[str, GlassClassFacts] = field(default_factory=dict)
    products: Mapping[str, ProductFacts] = field(default_factory=dict)
    urgencies: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[GroupFacts, ...] = ()  # in use, in the firm's order

    def items(self, kind: str) -> Mapping:
        if kind == Kind.SHEET:
            return self.materials
        return self.glass_classes if kind == Kind.STAINED_GLASS else self.products

    def item(self, kind: str, code: str):
        return self.items(kind).get(code)

    def of_kind(self, kind: str) -> list:
        """Goods and services share one table."""
        facts = self.items(kind).values()
        return list(facts) if kind in MADE else [each for each in facts if each.kind == kind]

    def choices(self):
        """(kind, its label, facts) of everything in use, in the order of the price list."""
        for kind in Kind:
            for facts in self.of_kind(kind):
                if facts.is_active:
                    yield kind.value, kind.label, facts

    def kind_of(self, processing: str) -> str:
        facts = self.processings.get(processing)
        return facts.kind if facts else ""

    def works_of_kind(self, spec, *kinds: str) -> list:
        return [work for work in spec.works if self.kind_of(work.processing) in kinds]
