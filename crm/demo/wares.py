"""What people order in the demo company: the usual pieces of a glass workshop."""

from dataclasses import replace

from catalog.spec import LineSpec, Place, Work
from catalog.vocabulary import MADE

MIRRORS = ["mirror-silver-4", "mirror-silver-4", "mirror-silver-4", "mirror-silver-5",
           "mirror-silver-6", "mirror-extra-clear-4", "mirror-bronze-4",
           "mirror-graphite-4"]  # fmt: skip
SLOW = {"tempering": 4, "frosting-art": 3, "lamination": 3, "frosting-pattern": 1, "facet": 1}


def choose(chance, firm: bool) -> tuple[LineSpec, ...]:
    """The lines of one order; firms order more of the same."""
    wares = [_mirror_with_facet, _plain_mirror, _round_mirror, _shelves, _splashback, _table_top,
             _shower, _stained_glass, _frosted_mirror, _showcase, _ready_made,
             _painted_panel]  # fmt: skip
    weights = [24, 18, 8, 10, 8, 7, 5, 4, 5, 4 if firm else 2, 4, 5]
    chosen = chance.choices(wares, weights, k=chance.choice([1, 1, 1, 2, 2, 3]))
    lines = [line for ware in chosen for line in ware(chance)]
    if firm and chance.random() < 0.5:
        lines = [replace(line, quantity=line.quantity * chance.randint(2, 6)) for line in lines]
    if chance.random() < 0.3:
        lines.append(_service(chance.choice(["delivery-zone-1", "delivery-zone-2"])))
    if chance.random() < 0.08:
        urgent = chance.choice(["fast", "fast", "very-fast"])
        lines = [replace(line, urgency=urgent) if line.is_made else line for line in lines]
    return tuple(lines)


def goes_to_shop(lines) -> bool:
    return any(line.kind in MADE for line in lines)


def days(lines) -> int:
    """Working days the shop needs: as long as the slowest work of the slowest line."""
    works = [work.processing for line in lines for work in line.works]
    slow = 4 if any(line.kind == "stained_glass" for line in lines) else 1
    return max([slow, *(SLOW.get(work, 0) + 1 for work in works)])


def _size(chance, low, high):
    return chance.randrange(low, high + 1, 10)


def _sheet(item, width, height, *works, **more):
    return LineSpec(kind="sheet", item=item, width_mm=width, height_mm=height, works=works, **more)


def _service(item, quantity=1):
    return LineSpec(kind="service", item=item, quantity=quantity)


def _edge(code="edge-polished", sides=""):
    return Work(code, sides=sides)


def _mirror_with_facet(chance):
    width = chance.choice([10, 15, 15, 20, 25])
    mount = [Work("mount-hidden", quantity=2)] if chance.random() < 0.5 else []
    return [
        _sheet(
            chance.choice(MIRRORS),
            _size(chance, 400, 1200),
            _size(chance, 500, 1800),
            Work("facet", width_mm=width),
            *mount,
            quantity=chance.choice([1, 1, 1, 2]),
        )
    ]


def _plain_mirror(chance):
    mirror = _sheet(
        chance.choice(MIRRORS), _size(chance, 300, 1400), _size(chance, 400, 2000), _edge()
    )
    if chance.random() < 0.25:
        return [mirror, LineSpec(kind="service", item="installation-hang")]
    return [mirror]


def _round_mirror(chance):
    size = chance.choice([500, 600, 700, 800, 900])
    edge = Work("edge-euro") if chance.random() < 0.6 else Work("facet", width_mm=15)
    return [_sheet(chance.choice(MIRRORS), size, size, edge, shape="circle")]


def _shelves(chance):
    works = [_edge(), Work("tempering")] if chance.random() < 0.7 else [_edge("edge-ground")]
    width, depth = _size(chance, 400, 900), chance.choice([150, 200, 250])
    return [_sheet("clear-6", width, depth, *works, quantity=chance.randint(2, 5))]


def _splashback(chance):
    width = _size(chance, 1200, 2400)
    places = tuple(Place(x, 300, 68) for x in (300, width - 300))
    glass = _sheet(
        "extra-clear-6",
        width,
        600,
        _edge(),
        Work("hole", places=places),
        Work("tempering"),
    )
    return [
        glass,
        LineSpec(kind="service", item="installation-glue", width_mm=width, height_mm=600),
    ]


def _table_top(chance):
    shape = chance.choice([{"shape": "oval"}, {"shape": "rounded", "radius_mm": 60}, {}])
    return [
        _sheet("clear-10", _size(chance, 900, 1600), _size(chance, 600, 900), _edge(),
               Work("tempering"), **shape)
    ]  # fmt: skip


def _shower(chance):
    wall = _sheet("clear-8", _size(chance, 700, 1100), 2000, _edge(), Work("tempering"))
    holes = tuple(Place(60, y, 20) for y in (200, 1800))
    door = _sheet("clear-8", 700, 2000, _edge(), Work("hole", places=holes), Work("tempering"))
    return [
        wall,
        door,
        LineSpec(kind="goods", item="fitting-hinge", quantity=2),
        LineSpec(kind="goods", item="fitting-handle"),
        _service("installation-shower"),
    ]


def _stained_glass(chance):
    width, height = _size(chance, 400, 800), _size(chance, 900, 1900)
    density = chance.choice([12, 40, 40, 90])
    item = {12: "stained-1", 40: "stained-2", 90: "stained-3"}[density]
    pieces = max(1, round(width * height / 1_000_000 * density))
    return [
        LineSpec(kind="stained_glass", item=item, width_mm=width, height_mm=height, pieces=pieces)
    ]


def _frosted_mirror(chance):
    work = chance.choice(["frosting-pattern", "frosting-pattern", "frosting-art"])
    return [
        _sheet("mirror-silver-4", _size(chance, 500, 1200), _size(chance, 900, 2300), _edge(),
               Work(work))
    ]  # fmt: skip


def _showcase(chance):
    side = _size(chance, 300, 500)
    return [
        _sheet("clear-6", side, _size(chance, 800, 1500), _edge(), Work("gluing-uv"), quantity=4),
        _sheet("clear-6", side, side, _edge(), Work("gluing-uv"), quantity=1),
    ]


def _ready_made(chance):
    item = chance.choice(["mirror-ready-40x60", "fitting-mirror-holder"])
    return [LineSpec(kind="goods", item=item, quantity=chance.randint(1, 3))]


def _painted_panel(chance):
    return [
        _sheet("painted-white-4", _size(chance, 300, 900), _size(chance, 400, 1200),
               _edge("edge-ground"), quantity=chance.choice([1, 2]))
    ]  # fmt: skip
