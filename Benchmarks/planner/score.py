#!/usr/bin/env python3
"""score.py PLACE_DIR TABLES_DIR [--against PERIOD_DIR]: judges filled tables by the documents, apart from the program.

Prints JSON: seats, filled, illegal (a list of sentences), fairness in half-days², the flow bound, and the excess in
% (null while seats are empty).
With --against, also what the tables dropped or moved of the rows and names that the period had before.
"""
import argparse
import json
from collections import defaultdict

from days import MINUTES_OF_HALF_DAY
from flow_bound import flow_bound
from instance import Reader


def loads(instance):
    """Weighted minutes of each person, history included; people whom nobody knows are left out."""
    sums = dict(instance.history)
    for slot in instance.slots:
        for person in slot.seated:
            if person in sums:
                sums[person] += slot.load
    return sums


def fairness(sums):
    return float(sum(value * value for value in sums.values()) / MINUTES_OF_HALF_DAY ** 2)


def illegal(instance):
    found, standing = [], defaultdict(list)
    for slot in instance.slots:
        allowed = set(slot.candidates)
        if len(slot.seated) > slot.count or len(set(slot.seated)) < len(slot.seated):
            found.append(f"{slot}: {len(slot.seated)} seated of {slot.count}: {slot.seated}")
        for person in slot.seated:
            if person not in allowed:
                found.append(f"{slot}: {person} may not stand here")
            standing[person].append(slot)
    for person, slots in standing.items():
        for on_site in (True, False):
            found += conflicts(instance, person, [slot for slot in slots if slot.on_site == on_site])
        if instance.window:
            found += crowded(person, duties(slots), *instance.window)
    return found


def duties(slots):
    """Maximal runs of touching shifts of one person at one station."""
    runs = []
    for slot in sorted(slots, key=lambda slot: (slot.unit, slot.post, slot.start)):
        last = runs[-1] if runs else None
        if last and (last[0].unit, last[0].post) == (slot.unit, slot.post) and slot.start <= max(s.end for s in last):
            last.append(slot)
        else:
            runs.append([slot])
    return runs


def conflicts(instance, person, slots):
    """Shifts at the same time, duties that last too long, and too little rest between two."""
    found = []
    spans = sorted((min(s.start for s in run), max(s.end for s in run), str(run[0])) for run in duties(slots))
    ordered = sorted(slots, key=lambda slot: slot.start)
    for first, second in zip(ordered, ordered[1:]):
        if second.start < first.end:
            found.append(f"{person}: {first} and {second} at the same time")
    for start, end, name in spans:
        if end - start > instance.duty_length:
            found.append(f"{person}: {(end - start) // 60} h of duty from {name}")
    for (_, end, name), (start, _, other) in zip(spans, spans[1:]):
        if 0 <= start - end < instance.rest:
            found.append(f"{person}: {(start - end) // 60} h of rest between {name} and {other}")
    return found


def crowded(person, runs, days, most):
    begins = sorted(min(slot.day for slot in run) for run in runs)
    late = [day for place, day in enumerate(begins[most:]) if day - begins[place] < days]
    return [f"{person}: more than {most} duties in {days} days up to day {day}" for day in late]


def changed(instance, before):
    """What was in the period's tables and is no more: rows, columns, and the names that stood there."""
    now = {(slot.unit, slot.post, slot.start, slot.end): slot for slot in instance.slots}
    found = []
    for slot in before.slots:
        mate = now.get((slot.unit, slot.post, slot.start, slot.end))
        if mate is None:
            found.append(f"{slot}: its cell is gone")
        elif not set(slot.seated) <= set(mate.seated):
            found.append(f"{slot}: {slot.seated} stood here and was moved")
    return found + ([f"{len(now) - len(before.slots)} cells more"] if len(now) > len(before.slots) else [])


def judge(instance, before=None, bound=None):
    sums = loads(instance)
    total = fairness(sums)
    bound = flow_bound(instance) / MINUTES_OF_HALF_DAY ** 2 if bound is None else bound
    seats, filled = sum(slot.count for slot in instance.slots), sum(len(slot.seated) for slot in instance.slots)
    return {
        "seats": seats, "filled": filled,
        "illegal": illegal(instance) + (changed(instance, before) if before else []),
        "fairness": round(total, 4), "bound": round(bound, 4),
        "excess_percent": round(100 * (total / bound - 1), 4) if bound and filled == seats else None}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("place")
    options.add_argument("tables")
    options.add_argument("--against")
    options = options.parse_args()
    reader = Reader(options.place)
    before = reader.read(options.against) if options.against else None
    print(json.dumps(judge(reader.read(options.tables), before), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
