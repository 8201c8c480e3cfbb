"""The editor of one line: flat fields as typed, and the LineSpec they mean.

Fields of processings come from the price list: `work_<code>` holds a number of pieces, a tick or
letters of sides, by the processing's unit; `area_<code>` the part of the surface; `reason_<code>`
why a warning is set aside. What cannot be read stays in its field with a sentence.
"""

from decimal import Decimal

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog import typed
from catalog.line_fields import (
    SIDES,
    TypedField,
    agreed_price_field,
    count_field,
    edge_of_side,
    hand_price_field,
    size_field,
    work_fields,
)
from catalog.line_reading import DEDICATED, read, written
from catalog.naming import find_item
from catalog.pricing import Tariff
from catalog.spec import LineSpec
from catalog.validation import problems
from catalog.vocabulary import ProcessingKind, Shape

REASON = "reason_"
REASON_LENGTH = 250
# Fields outside the folded part.
ALWAYS_SHOWN = {
    *("item", "width_mm", "height_mm", "quantity", "edge", "facet_mm", "shape", "note"),
    "hand_price",
}


class LineForm(forms.Form):
    item = forms.CharField(
        label=_("What is made"),
        max_length=160,
        error_messages={"required": _("Choose what is to be made from the price list.")},
        widget=forms.TextInput(attrs={"list": "catalog-items", "autocomplete": "off"}),
    )
    width_mm = size_field(_("Width, mm"))
    height_mm = size_field(_("Height, mm"))
    quantity = count_field(_("Quantity"), empty=1, initial="1")
    edge = forms.ChoiceField(label=_("Edge"), required=False)
    facet_mm = size_field(_("Facet, mm"))
    shape = forms.ChoiceField(label=_("Shape"), choices=Shape, required=False)
    radius_mm = size_field(_("Radius or rise, mm"))
    top_width_mm = size_field(_("Upper side, mm"))
    points = TypedField(reads=typed.corners, empty=(), label=_("Corners: left, bottom; …"))
    facet_sides = forms.CharField(label=_("Facet on sides"), max_length=30, required=False)
    holes = forms.CharField(
        label=_("Holes: left, bottom, diameter; …"),
        max_length=400,
        required=False,
        help_text=_("Or how many and how wide: 4×8."),
    )
    pieces = count_field(_("Pieces of glass"))
    urgency = forms.ChoiceField(label=_("Urgency"), required=False)
    own_material = forms.BooleanField(label=_("Material of the client"), required=False)
    own_material_note = forms.CharField(label=_("Its condition"), max_length=300, required=False)
    own_material_price = agreed_price_field()
    note = forms.CharField(label=_("Remark"), max_length=500, required=False)
    hand_price = hand_price_field()

    use_required_attribute = False  # a line begun is priced while the next one is still empty

    def __init__(self, data=None, *, tariff: Tariff, **kwargs):
        self.tariff, self.assortment = tariff, tariff.assortment
        self.spec: LineSpec | None = None
        super().__init__(_two_sizes(data, kwargs.get("prefix")), **kwargs)
        edges = [(facts.code, facts.name) for facts in self.offered(ProcessingKind.EDGE)]
        self.fields["edge"].choices = [("", pgettext_lazy("edge", "Not worked")), *edges]
        for side in SIDES:
            self.fields[f"edge_{side}"] = edge_of_side(side, edges)
        urgencies = [(each.code, each.name) for each in tariff.urgencies.values()]
        self.fields["urgency"].choices = [("", pgettext_lazy("urgency", "Usual term")), *urgencies]
        for facts in self.further:
            self.fields |= work_fields(facts)
        for each in self.fields.values():
            each.widget.attrs["class"] = _look(each.widget)

    @classmethod
    def of(cls, spec: LineSpec, *, tariff: Tariff, prefix: str) -> "LineForm":
        """The unbound editor of a line that exists."""
        return cls(tariff=tariff, prefix=prefix, initial=written(spec, tariff.assortment))

    @cached_property
    def further(self):
        """Processings without a field of their own."""
        return self.offered(*(kind for kind in ProcessingKind if kind not in DEDICATED))

    def offered(self, *kinds):
        """What is switched off stays with the lines that already have it."""
        return [
            facts
            for facts in self.assortment.processings.values()
            if facts.kind in kinds and (facts.is_active or self._has(facts.code))
        ]

    def _has(self, code):
        edges = [f"edge_{side}" for side in SIDES]
        return bool(self.typed(f"work_{code}")) or code in map(self.typed, ["edge", *edges])

    def typed(self, name):
        if self.is_bound:
            return self.data.get(self.add_prefix(name), "")
        return self.initial.get(name, "")

    @property
    def is_blank(self) -> bool:
        """Nobody has begun this line: it is left out."""
        return not any(str(self.typed(name)).strip() for name in ("item", "width_mm", "height_mm"))

    def reasons(self) -> dict[str, str]:
        """{warning code: why it is set aside}, as typed."""
        start = self.add_prefix(REASON)
        found = {
            name.removeprefix(start): self.data[name]
            for name in self.data
            if name.startswith(start)
        }
        return {code: text.strip()[:REASON_LENGTH] for code, text in found.items() if text.strip()}

    @property
    def more_is_used(self) -> bool:
        """Whether something stands in the folded part, which then opens."""
        usual = self.typed("shape") in ("", Shape.RECTANGLE)
        rest = [name for name in self.fields if name not in ALWAYS_SHOWN]
        return not usual or any(self.typed(name) or name in self.errors for name in rest)

    @property
    def price_by_hand(self) -> Decimal | None:
        return self.cleaned_data.get("hand_price") if self.is_bound else None

    @property
    def has_hand_price(self) -> bool:
        return bool(self.typed("hand_price"))

    @property
    def number(self) -> int:
        """Lines are counted from one on the screen, from zero in `line-<index>`."""
        return int(self.prefix.rpartition("-")[2]) + 1

    @cached_property
    def chosen(self):
        """{kind, name} of the item typed, known before the rest of the line can be read."""
        try:
            kind, code = find_item(str(self.typed("item")), self.assortment)
        except forms.ValidationError:
            return {"kind": "", "name": ""}
        return {"kind": kind, "name": self.assortment.item(kind, code).name}

    @property
    def first_works(self):
        return [self["edge"], self["facet_mm"]]

    @property
    def edges_of_sides(self):
        return [self[f"edge_{side}"] for side in SIDES]

    @property
    def further_fields(self):
        for facts in self.further:
            names = (f"work_{facts.code}", f"area_{facts.code}")
            yield [self[name] for name in names if name in self.fields]

    @property
    def fields_with_errors(self):
        return [self[name] for name in self.fields if name in self.errors]

    def clean(self):
        if not self.errors:
            self._read()
        return self.cleaned_data

    def _read(self):
        data = self.cleaned_data | {
            "facet": self._first(ProcessingKind.FACET),
            "drilling": self._first(ProcessingKind.DRILLING),
        }
        try:
            spec = read(data, self.assortment)
        except forms.ValidationError as error:
            self.add_error(None, error)
            return
        found = problems(spec, self.assortment)
        for problem in found:
            field = problem.field if problem.field in self.fields else None
            self.add_error(field, problem.sentence)
        self.spec = None if found else spec

    def _first(self, kind):
        offered = self.offered(kind)
        return offered[0].code if offered else ""


def _look(widget) -> str:
    own = widget.attrs.get("class", "")
    if isinstance(widget, forms.CheckboxInput):
        return f"form-check-input {own}".strip()
    looks = "form-select" if isinstance(widget, forms.Select) else "form-control"
    return f"{looks} {own}".strip()


def _two_sizes(data, prefix):
    """«600x800» typed as the width becomes two sizes, shown in their fields."""
    name, other = f"{prefix}-width_mm", f"{prefix}-height_mm"
    if data is None or len(sizes := typed.split_sizes(data.get(name, ""))) < 2:
        return data
    data = data.copy()
    data[name], data[other] = sizes
    return data
