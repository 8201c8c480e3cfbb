"""The table: a line per case, its columns per size, and what is missed."""

GROWTH, GROWTH_MS = 1.3, 5
PLAIN = 1.5
MOST_KB = 150


class Line:
    """What one case comes to; the largest size is what the goals are held against."""

    def __init__(self, case, taken, floor, plain):
        self.case, self.taken = case, taken
        self.smallest, self.largest = next(iter(taken.values())), list(taken.values())[-1]
        self.floors = self.largest.median / floor.median if floor else None
        self.ratio = self.largest.median / plain.median if plain else None

    @property
    def growth(self) -> float:
        return self.largest.median / self.smallest.median

    @property
    def queries(self) -> str:
        return "–".join(
            str(q) for q in sorted(set().union(*(t.queries for t in self.taken.values())))
        )

    @property
    def kb(self) -> float:
        return max(taken.size for taken in self.taken.values()) / 1024

    def missed(self) -> list[str]:
        case, found = self.case, []
        if case.floors and self.floors and self.floors > case.floors:
            found.append(f"over {case.floors:g} floors")
        if case.ms and self.largest.median > case.ms:
            found.append(f"over {case.ms:g} ms")
        if self.ratio and self.ratio > PLAIN:
            found.append(f"over {PLAIN:g} × plain")
        if case.floors and self._grows():
            found.append("grows")
        if case.floors and "–" in self.queries:
            found.append("queries vary")
        if case.floors and self.kb > MOST_KB:
            found.append(f"over {MOST_KB} KB")
        return found

    def _grows(self):
        more = self.largest.median - self.smallest.median
        return self.growth > GROWTH and more > GROWTH_MS

    def goal(self) -> str:
        if self.case.floors:
            return f"≤ {self.case.floors:g} ×"
        if self.case.ms:
            return f"≤ {self.case.ms:g} ms"
        return f"≤ {PLAIN:g} × plain" if self.case.plain else ""

    def as_json(self) -> dict:
        return {
            "case": self.case.name,
            "sizes": {
                size: {"median_ms": each.median, "p95_ms": each.p95, "rounds": len(each.ms)}
                for size, each in self.taken.items()
            },
            "queries": self.queries,
            "bytes": self.largest.size,
            "floors": self.floors,
            "growth": self.growth if len(self.taken) > 1 else None,
            "plain": self.ratio,
            "goal": self.goal(),
            "missed": self.missed(),
        }


def lines(cases, taken) -> list[Line]:
    def largest(name):
        return list(taken[name].values())[-1] if name in taken else None

    return [
        Line(case, taken[case.name], largest("floor"), largest(case.plain))
        for case in cases
        if case.name in taken
    ]


def text(rows: list[Line]) -> str:
    """As Markdown, so that it can be read here and put into a page."""
    sizes = list(rows[0].taken)
    heads = ["case"]
    for size in sizes:
        heads += [f"{size} ms", "p95"]
    heads += ["queries", "KB", "× floor", f"{sizes[-1]} : {sizes[0]}", "goal", ""]
    cells = [heads, ["---"] + ["---:"] * (len(heads) - 3) + ["---", "---"], *map(_cells, rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heads))]
    return "\n".join(_written(row, widths) for row in cells)


def _cells(line):
    cells = [line.case.name]
    for taken in line.taken.values():
        cells += [f"{taken.median:.1f}", f"{taken.p95:.1f}"]
    floors = f"{line.floors:.2f}" if line.floors else ""
    growth = f"{line.growth:.2f}" if len(line.taken) > 1 else ""
    plain = f"{line.ratio:.2f} × plain" if line.ratio else floors
    return [
        *cells,
        line.queries,
        f"{line.kb:.0f}",
        plain,
        growth,
        line.goal(),
        "; ".join(line.missed()),
    ]


def _written(cells, widths):
    padded = [
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "| " + " | ".join(padded) + " |"
