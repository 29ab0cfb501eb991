#!/usr/bin/env python3
"""peer.py PLACE_DIR PERIOD_DIR [--seconds S] [--workers N] [--out DIR]: CP-SAT (PyPI ortools) on the same instance.

Every hard rule is a constraint, Σ (history + load)² the objective; prints what score.py says of its solution. (Squares
as the hull of their secants, which is linear, came out at more than twice the excess on a county.)
"""
import argparse
import json
import math
import time
from collections import defaultdict

from ortools.sat.python import cp_model

from days import MINUTES_OF_HALF_DAY
from instance import Reader
from score import judge
from tables import write_tables


class Model:
    def __init__(self, instance):
        self.instance, self.model = instance, cp_model.CpModel()
        self.seat = {(number, person): self.model.new_bool_var("")
                     for number, slot in enumerate(instance.slots) for person in slot.candidates}
        self.slots_of = defaultdict(list)
        for number, person in self.seat:
            self.slots_of[person].append(number)
        for number, slot in enumerate(instance.slots):
            self.model.add(sum(self.seat[number, person] for person in slot.candidates) == slot.count)
            for person in slot.seated:
                self.model.add(self.seat[number, person] == 1)
        for person, numbers in self.slots_of.items():
            self.keep_apart(person, sorted(numbers, key=lambda number: instance.slots[number].start))
            if instance.window:
                self.keep_window(person, numbers, *instance.window)
        self.squares()

    def keep_apart(self, person, numbers):
        """At each start, at most one of the shifts that last or whose rest lasts still."""
        slots = self.instance.slots
        for first in sorted({slots[number].start for number in numbers}):
            clique = [number for number in numbers
                      if slots[number].start <= first < slots[number].end + max(self.instance.rest, 1)]
            if len(clique) > 1:
                self.model.add_at_most_one(self.seat[number, person] for number in clique)

    def keep_window(self, person, numbers, days, most):
        slots = self.instance.slots
        for first in sorted({slots[number].day for number in numbers}):
            inside = [number for number in numbers if first <= slots[number].day < first + days]
            if len(inside) > most:
                self.model.add(sum(self.seat[number, person] for number in inside) <= most)

    def squares(self):
        """Loads in the largest unit in which all of them are whole numbers."""
        slots, history = self.instance.slots, self.instance.history
        scale = math.lcm(*(value.denominator for value in history.values()))
        whole = [slot.load * scale for slot in slots] + [int(value * scale) for value in history.values()]
        unit = math.gcd(*whole)
        self.half_days = unit / scale / MINUTES_OF_HALF_DAY
        idle = [value for person, value in history.items() if person not in self.slots_of]
        total = [(int(value * scale) // unit) ** 2 for value in idle]
        for person, numbers in self.slots_of.items():
            before = int(history[person] * scale) // unit
            loads = [slots[number].load * scale // unit for number in numbers]
            load = before + sum(load * self.seat[number, person] for load, number in zip(loads, numbers))
            level = self.model.new_int_var(before, before + sum(loads), "")
            square = self.model.new_int_var(before ** 2, (before + sum(loads)) ** 2, "")
            self.model.add(level == load)
            self.model.add_multiplication_equality(square, [level, level])
            total.append(square)
        self.model.minimize(sum(total))

    def solve(self, seconds, workers, seed):
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        status = solver.solve(self.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            for number, slot in enumerate(self.instance.slots):
                slot.seated = [person for person in slot.candidates if solver.value(self.seat[number, person])]
        return solver.status_name(status), solver.best_objective_bound


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("place")
    options.add_argument("period")
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out")
    options = options.parse_args()
    reader = Reader(options.place)
    instance = reader.read(options.period)
    if any(slot.end - slot.start < 720 for slot in instance.slots):
        raise SystemExit("the peer does not model shifts that may touch within one duty")
    started = time.monotonic()
    model = Model(instance)
    built = time.monotonic() - started
    status, proved = model.solve(options.seconds, options.workers, options.seed)
    wall = time.monotonic() - started
    if options.out:
        write_tables(reader, instance, options.period, options.out)
    told = {"status": status, "built_seconds": round(built, 2), "seconds": round(wall, 2),
            "proved_bound": round(proved * model.half_days ** 2, 4)}
    print(json.dumps({**told, **judge(instance)}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
