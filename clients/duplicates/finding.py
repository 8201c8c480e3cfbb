"""The suggested pairs of a set of records that is held in memory."""

from collections.abc import Iterator

from clients.duplicates import blocking
from clients.duplicates.records import Usual
from clients.duplicates.scoring import Verdict, compare


def usual_of(records) -> Usual:
    usual = Usual()
    for found in records:
        usual.add(found)
    return usual


def suggested(records) -> Iterator[tuple[int, int, Verdict]]:
    """(place, place, verdict), each pair once."""
    usual, known = usual_of(records), set()
    for keys_of in blocking.PASSES:
        for one, other, verdict in part(records, usual, keys_of):
            if (one, other) not in known:
                known.add((one, other))
                yield one, other, verdict


def part(records, usual, keys_of, begin=0, end=1) -> Iterator[tuple[int, int, Verdict]]:
    """Of one pass, or of a part of its keys; a pair of several common keys comes several times."""
    for one, other in blocking.candidates(records, keys_of, begin, end):
        verdict = compare(records[one], records[other], usual)
        if verdict.is_suggested:
            yield one, other, verdict
