"""Rounds in which every case is measured once on every stand, so that a drift hits all alike."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.cases import Case, Stand

WARM_UP = 4


@dataclass
class Taken:
    """Of one case on one stand."""

    ms: list[float] = field(default_factory=list)
    queries: set[int] = field(default_factory=set)
    size: int = 0  # bytes of all that was answered

    @property
    def median(self) -> float:
        return median(self.ms)

    @property
    def p95(self) -> float:
        return quantiles(self.ms, n=20, method="inclusive")[-1] if self.ms[1:] else self.ms[0]

    def note(self, answers, *, keep: bool):
        if keep:
            self.ms.append(1000 * sum(answer.seconds for answer in answers))
            self.queries.add(sum(answer.queries for answer in answers))
        self.size = sum(len(answer.body) for answer in answers)


def measure(stands: dict[str, Stand], cases: list[Case], rounds: int, warm_up=WARM_UP):
    """{case name: {size: Taken}}"""
    taken = defaultdict(lambda: defaultdict(Taken))
    for number in range(warm_up + rounds):
        for case in cases:
            for size, stand in stands.items():
                answers = case.ask(stand)
                answers = answers if isinstance(answers, list) else [answers]
                taken[case.name][size].note(answers, keep=number >= warm_up)
    return taken
