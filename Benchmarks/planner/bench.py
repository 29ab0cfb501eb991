#!/usr/bin/env python3
"""bench.py [--sizes …] [--variants …] [--seeds 1-5] [--peer]: how good and how fast `duty plan` is.

Generates each place, plans it in the seconds of its size, judges the tables with score.py and `duty check`, mends one
drop-out, has the impossible ones explained, and prints Markdown beside the targets; --peer adds CP-SAT (needs ortools).
"""
import argparse
import os
import tempfile

import runs
from report import details, peers, summary

ROOT = os.path.dirname(os.path.dirname(runs.HERE))


def numbers(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", nargs="+", default=["small", "county", "prefecture", "year"])
    options.add_argument("--variants", nargs="+", default=["plain", "tight", "impossible"])
    options.add_argument("--seeds", type=numbers, default=range(1, 6))
    options.add_argument("--peer", action="store_true")
    options.add_argument("--peer-seconds", type=float, default=60)
    options.add_argument("--duty", default=os.path.join(ROOT, ".build/release/duty"))
    options.add_argument("--keep", help="a folder for the places and plans, which stay")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="duty-plan-") as folder:
        cases = [run(options, size, seed, variant, options.keep or folder)
                 for size in options.sizes for variant in options.variants for seed in options.seeds]
    print(summary(cases))
    print(details(cases))
    if options.peer:
        print(peers(cases))


def run(options, size, seed, variant, folder):
    case = runs.Case(size, seed, variant, folder)
    if variant == "impossible":
        runs.explain(options.duty, case)
    else:
        runs.plan(options.duty, case)
        if options.peer:
            runs.peer(case, options.peer_seconds)
    return case


if __name__ == "__main__":
    main()
