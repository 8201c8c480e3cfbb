"""What can be chosen on the command line."""

import argparse
from pathlib import Path

SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}
USUAL = ["10k", "1m"]


def parser():
    main = argparse.ArgumentParser(
        prog="bench/run",
        description="Measures each main page and operation against a floor, in big archives.",
    )
    main.add_argument("--size", action="append", choices=SIZES, help="10k and 1m where not given")
    main.add_argument("--only", action="append", metavar="NAME", help="cases with this in the name")
    main.add_argument("--money", action="store_true", help="invoices, calls and the bank instead")
    main.add_argument("--json", type=Path, metavar="FILE", help="all that is printed, for programs")
    main.add_argument("--rounds", type=int, default=40, help="how often each is asked (40)")
    return main
