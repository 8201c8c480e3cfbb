"""The picture of a line as SVG: shape, sizes, edges, facet, holes, frosting.

Lines take the colour of the text around them, so that one picture serves light, dark and paper.
There are no ids and no styles: several pictures stand on one page, and the CSP allows neither.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from . import geometry
from .assortment import Assortment
from .contours import hatch, inset, middle_of
from .spec import LineSpec
from .vocabulary import Kind, ProcessingKind, Shape

# PAPER stands in a narrow column of a printed table: sizes, but no legend.
FULL, PAPER, THUMB = "full", "paper", "thumb"
_FONTS = "Golos Text, sans-serif"  # said outright: WeasyPrint gives a drawing no inherited font
_DRAWN_PX = {FULL: 230, PAPER: 96, THUMB: 56}
_MARGIN_PX = {FULL: 44, PAPER: 40, THUMB: 4}
_LETTER_PX, _LINE_PX, _CHAR_PX = 11, 15, 6.4
_SURFACE = (ProcessingKind.FROSTING, ProcessingKind.FILM, ProcessingKind.ENGRAVING)


def draw(spec: LineSpec, assortment: Assortment, size: str = FULL, label: str = "") -> str:
    """SVG markup, or nothing for goods and services; `label` is read out by screen readers."""
    if not (spec.is_made and spec.width_mm and spec.height_mm):
        return ""
    return _Sheet(spec, assortment, size).svg(label)


@dataclass
class _Sheet:
    spec: LineSpec
    assortment: Assortment
    size: str

    def __post_init__(self):
        self.scale = _DRAWN_PX[self.size] / max(self.spec.width_mm, self.spec.height_mm)
        self.margin = _MARGIN_PX[self.size]
        self.width = self.spec.width_mm * self.scale
        self.height = self.spec.height_mm * self.scale
        self.contour = geometry.contour(self.spec)

    def svg(self, label):
        parts = [self.outline(), *self.edges(), *self.surface(), *self.facet(), *self.holes()]
        parts += [*self.cutouts(), *self.pattern()]
        width, height = self.width + 2 * self.margin, self.height + 2 * self.margin
        if self.size != THUMB:
            legend = self.legend() if self.size == FULL else []
            parts += [*self.dimensions(), *self.letters(), *self.legend_lines(legend, height)]
            height += _LINE_PX * len(legend) + (9 if legend else 0)
            width = max([width, *(len(line) * _CHAR_PX + 8 for line in legend)])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing drawing-{self.size}"'
            f' viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
            f' role="img" aria-label={quoteattr(label or _("Drawing of the piece"))}'
            f' fill="none" stroke="currentColor" font-family="{_FONTS}"'
            f' font-size="{_LETTER_PX}">{"".join(parts)}</svg>'
        )

    def at(self, x_mm, y_mm):
        """Millimetres from the lower left corner to the picture, where y grows downwards."""
        return self.margin + x_mm * self.scale, self.margin + self.height - y_mm * self.scale

    def points(self, places):
        return " ".join("{:.1f},{:.1f}".format(*self.at(x, y)) for x, y in places)

    def outline(self):
        places = self.points((each.x1, each.y1) for each in self.contour)
        dashes = ' stroke-dasharray="6 4"' if self.spec.shape == Shape.SKETCH else ""
        return f'<polygon class="drawing-piece" points="{places}" stroke-width="1.6"{dashes}/>'

    def lines(self, places, more=""):
        """In one element: an oval has dozens of them, and a page two dozen pictures."""
        way = "".join(_stroke(self.at(x1, y1), self.at(x2, y2)) for x1, y1, x2, y2 in places)
        return [f'<path d="{way}"{more}/>'] if way else []

    def text(self, x, y, words, anchor="middle", more=""):
        return (
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="currentColor"'
            f' stroke="none"{more}>{escape(str(words))}</text>'
        )

    def surface(self):
        """Frosting and film hatch the piece; half of the lines where only a part is worked."""
        works = self.assortment.works_of_kind(self.spec, *_SURFACE)
        if not works:
            return []
        gap = (9 if all(work.area_m2 is None for work in works) else 22) / self.scale
        lines = hatch(self.contour, 45, gap)
        return self.lines(lines, ' stroke-width="0.4" opacity="0.7"')

    def pattern(self):
        """Leads of stained glass: a hint, the real drawing is the artist's sketch."""
        if self.spec.kind == Kind.STAINED_GLASS:
            gap = max(self.spec.width_mm, self.spec.height_mm) / 5
            leads = [*hatch(self.contour, 62, gap), *hatch(self.contour, 118, gap)]
            return self.lines(leads, ' stroke-width="0.8"')
        if self.spec.shape == Shape.SKETCH and self.size != THUMB:
            x, y = self.at(self.spec.width_mm / 2, self.spec.height_mm / 2)
            return [self.text(x, y, _("by sketch"))]
        return []

    def edges(self):
        """Worked sides are drawn thick; which work it is stands in the legend by the letter."""
        worked = set()
        for work in self.assortment.works_of_kind(self.spec, ProcessingKind.EDGE):
            worked |= set(work.sides or geometry.side_names(self.spec))
        found = [each for each in self.contour if each.side in worked]
        thick = ' stroke-width="3" stroke-linecap="round"'
        return self.lines([(each.x1, each.y1, each.x2, each.y2) for each in found], thick)

    def cutouts(self):
        """Only their number is known here, so they are dashed notches without a place."""
        works = self.assortment.works_of_kind(self.spec, ProcessingKind.CUTOUT)
        count = min(sum(work.quantity for work in works), 6)
        side = min(self.width, self.height) / 8
        x, y = self.at(self.spec.width_mm / 2, self.spec.height_mm / 2)
        x -= side * (count - 0.5)
        return [
            f'<rect x="{x + 2 * side * i:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}"'
            f' height="{side:.1f}" stroke-dasharray="3 2"/>'
            for i in range(count)
        ]

    def facet(self):
        if self.spec.shape == Shape.SKETCH:
            return []
        widths = {}
        for work in self.assortment.works_of_kind(self.spec, ProcessingKind.FACET):
            for name in work.sides or geometry.side_names(self.spec):
                widths[name] = max(work.width_mm or 0, 3 / self.scale)
        lines = inset(self.contour, widths) if widths else []
        return self.lines(lines, ' stroke-width="0.7"')

    def holes(self):
        parts = []
        for number, place in enumerate(self.places(), 1):
            x, y = self.at(place.x_mm, place.y_mm)
            radius = max(place.diameter_mm / 2 * self.scale, 1.2)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
            if self.size != THUMB:
                parts.append(self.hole_number(number, place, radius + 3))
        return parts

    def hole_number(self, number, place, gap):
        """On the inner side of the hole, where no edge crosses it."""
        (x, y), on_left = self.at(place.x_mm, place.y_mm), 2 * place.x_mm <= self.spec.width_mm
        anchor = "start" if on_left else "end"
        return self.text(x + gap if on_left else x - gap, y - 3, number, anchor)

    def places(self):
        works = self.assortment.works_of_kind(self.spec, ProcessingKind.DRILLING)
        return [place for work in works for place in work.places]

    def dimensions(self):
        spec, below, right = self.spec, -26 / self.scale, 26 / self.scale
        parts = self.dimension((0, below), (spec.width_mm, below), spec.width_mm, (0, 12))
        edge = spec.width_mm + right
        parts += self.dimension((edge, 0), (edge, spec.height_mm), spec.height_mm, (12, 0))
        if spec.shape == Shape.TRAPEZIUM:
            start, above = (spec.width_mm - spec.top_width_mm) / 2, spec.height_mm + right
            end = (start + spec.top_width_mm, above)
            parts += self.dimension((start, above), end, spec.top_width_mm, (0, -4))
        if spec.shape in (Shape.ROUNDED, Shape.ARCH):
            x, y = self.at(0, spec.height_mm)
            words = _("R %(radius)s") if spec.shape == Shape.ROUNDED else _("rise %(radius)s")
            parts.append(self.text(x - 2, y - 22, words % {"radius": spec.radius_mm}, "start"))
        return parts

    def dimension(self, start, end, size_mm, shift):
        """A line with oblique ticks; the number of an upright one stands upright."""
        (x1, y1), (x2, y2) = self.at(*start), self.at(*end)
        ticks = [_stroke((x - 3, y + 3), (x + 3, y - 3)) for x, y in ((x1, y1), (x2, y2))]
        way = "".join([_stroke((x1, y1), (x2, y2)), *ticks])
        x, y = (x1 + x2) / 2 + shift[0], (y1 + y2) / 2 + shift[1]
        turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if shift[0] else ""
        words = self.text(x, y, size_mm, more=turn)
        return [f'<g class="drawing-size" stroke-width="0.7"><path d="{way}"/>{words}</g>']

    def letters(self):
        """The side's letter stands outside, at the middle of the side."""
        parts = []
        for name in geometry.side_names(self.spec):
            if name == "O" or not (place := middle_of(self.contour, name, 11 / self.scale)):
                continue
            x, y = self.at(*place)
            parts.append(self.text(x, y + 4, name, more=' font-weight="bold"'))
        return parts

    def legend(self) -> list[str]:
        lines = self.legend_of_corners()
        for work in self.spec.works:
            facts = self.assortment.processings[work.processing]
            parts = {"name": facts.name, "sides": ", ".join(work.sides), "width": work.width_mm}
            if work.places:
                lines += self.legend_of_holes(work)
            elif facts.unit == "piece":
                lines.append(_("%(name)s × %(count)s") % {**parts, "count": work.quantity})
            else:
                name = _("%(name)s %(width)s mm") % parts if work.width_mm else facts.name
                lines.append(f"{parts['sides']}: {name}" if work.sides else name)
        return lines

    def legend_of_corners(self):
        """A polygon is cut by its corners, from the left and from the bottom."""
        if self.spec.shape != Shape.POLYGON:
            return []
        corners = [f"{x}, {y}" for x, y in self.spec.points]
        rows = ["; ".join(corners[n : n + 4]) for n in range(0, len(corners), 4)]
        return [_("Corners: %(corners)s") % {"corners": rows[0]}, *rows[1:]]

    def legend_of_holes(self, work):
        words = _("%(number)s: Ø %(diameter)s, %(x)s from the left, %(y)s from the bottom")
        for number, place in enumerate(work.places, 1):
            values = {"number": number, "diameter": place.diameter_mm}
            yield words % {**values, "x": place.x_mm, "y": place.y_mm}

    def legend_lines(self, legend, top):
        return [
            self.text(4, top + 2 + _LINE_PX * number, words, "start")
            for number, words in enumerate(legend, 1)
        ]


def _stroke(start, end) -> str:
    return "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*start, *end)
