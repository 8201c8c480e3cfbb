"""The words of the price list: kinds of lines, shapes, families, kinds of work, units."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    SHEET = "sheet", pgettext_lazy("kind of line", "Glass or mirror")
    STAINED_GLASS = "stained_glass", pgettext_lazy("kind of line", "Stained glass")
    GOODS = "goods", pgettext_lazy("kind of line", "Finished goods")
    SERVICE = "service", pgettext_lazy("kind of line", "Service")


MADE = frozenset({Kind.SHEET, Kind.STAINED_GLASS})


class Shape(TextChoices):
    RECTANGLE = "rectangle", pgettext_lazy("shape", "Rectangle")
    ROUNDED = "rounded", pgettext_lazy("shape", "Rectangle with round corners")
    CIRCLE = "circle", pgettext_lazy("shape", "Circle")
    OVAL = "oval", pgettext_lazy("shape", "Oval")
    ARCH = "arch", pgettext_lazy("shape", "Arch")
    TRAPEZIUM = "trapezium", pgettext_lazy("shape", "Trapezium")
    POLYGON = "polygon", pgettext_lazy("shape", "Polygon")
    SKETCH = "sketch", pgettext_lazy("shape", "By sketch")


FIGURED = frozenset({Shape.CIRCLE, Shape.OVAL, Shape.ARCH, Shape.TRAPEZIUM, Shape.POLYGON})
ONE_CONTOUR = frozenset({Shape.CIRCLE, Shape.OVAL, Shape.SKETCH})


class Family(TextChoices):
    MIRROR = "mirror", pgettext_lazy("family of materials", "Mirror")
    CLEAR = "clear", pgettext_lazy("family of materials", "Clear glass")
    TINTED = "tinted", pgettext_lazy("family of materials", "Tinted glass")
    MATT = "matt", pgettext_lazy("family of materials", "Matt glass")
    PAINTED = "painted", pgettext_lazy("family of materials", "Painted glass")
    PATTERNED = "patterned", pgettext_lazy("family of materials", "Patterned glass")
    LAMINATED = "laminated", pgettext_lazy("family of materials", "Laminated glass")


class ProcessingKind(TextChoices):
    EDGE = "edge", pgettext_lazy("kind of processing", "Edge")
    FACET = "facet", pgettext_lazy("kind of processing", "Facet")
    DRILLING = "drilling", pgettext_lazy("kind of processing", "Drilling")
    CUTOUT = "cutout", pgettext_lazy("kind of processing", "Cut-out")
    FROSTING = "frosting", pgettext_lazy("kind of processing", "Frosting")
    FILM = "film", pgettext_lazy("kind of processing", "Film")
    TEMPERING = "tempering", pgettext_lazy("kind of processing", "Tempering")
    LAMINATION = "lamination", pgettext_lazy("kind of processing", "Lamination")
    ENGRAVING = "engraving", pgettext_lazy("kind of processing", "Engraving")
    GLUING = "gluing", pgettext_lazy("kind of processing", "Gluing")
    OTHER = "other", pgettext_lazy("kind of processing", "Other")


class Unit(TextChoices):
    M2 = "m2", pgettext_lazy("unit", "m²")
    M = "m", pgettext_lazy("unit", "m")
    PIECE = "piece", pgettext_lazy("unit", "pcs")
    LINE = "line", pgettext_lazy("unit", "line")
    HOUR = "hour", pgettext_lazy("unit", "h")
    KM = "km", pgettext_lazy("unit", "km")
