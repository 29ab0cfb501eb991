#!/usr/bin/env python3
"""Writes made-up "Shift Scheduling" instances of the shapes of Curtois and Qu's first twelve.

Usage: shifts_make.py FOLDER SEED
Each has a hidden roster that keeps every rule: days off avoid it, and its mean cover is what is wanted, give or take.
"""
import pathlib
import random
import sys

SHAPES = [  # days, staff, shift types
    (14, 8, 1), (14, 14, 2), (14, 20, 3), (28, 10, 2), (28, 16, 2), (28, 18, 3),
    (28, 20, 3), (28, 30, 4), (28, 36, 4), (28, 40, 5), (28, 50, 6), (28, 60, 10),
]  # fmt: skip
STARTS = [[7], [6, 14], [6, 14, 22], [6, 9, 14, 22], [6, 8, 10, 14, 22], [6, 8, 10, 14, 16, 22],
          [5, 6, 7, 8, 9, 10, 12, 14, 16, 22]]  # fmt: skip


def shifts(dice, count):
    """Id, minutes, and the ids that would begin less than eleven hours after its end."""
    starts = next(row for row in STARTS if len(row) == count)
    times = [(hour * 60, 600 if dice.random() < 0.15 and count > 3 else 480) for hour in starts]
    names = [f"s{number + 1}" if count > 4 else "EDLN"[number] for number in range(count)]
    return [
        (name, length, [other for other, (begin, _) in zip(names, times) if begin + 1440 - start - length < 660])
        for name, (start, length) in zip(names, times)
    ]


def person(dice, days, types):
    full = dice.random() < 0.75
    share = (1 if full else dice.choice([0.5, 0.75])) * days / 28
    limits = {name: days for name, _, _ in types}
    if len(types) > 1 and dice.random() < 0.35:
        limits[dice.choice(types)[0]] = dice.choice([0, 0, days // 7])
    most = int(share * 18) * 480
    return {
        "limits": limits, "most": most, "least": most - (960 if days == 14 else dice.choice([1080, 1440])),
        "row": (2 if full or dice.random() < 0.5 else 1, 5 if full else dice.choice([4, 5])),
        "free": dice.choice([2, 2, 2, 3]), "weekends": max(1, days // 14 if full else days // 14 + dice.choice([0, 1])),
    }  # fmt: skip


def fits(row, who, types, ended):
    """Whether a row keeps the rules; one that is still being filled may have too little."""
    length = {name: minutes for name, minutes, _ in types}
    barred = {name: set(next_ones) for name, _, next_ones in types}
    if any(row.count(name) > most for name, most in who["limits"].items()):
        return False
    total = sum(length[shift] for shift in row if shift)
    if total > who["most"] or (ended and total < who["least"]):
        return False
    if any(shift and following in barred[shift] for shift, following in zip(row, row[1:])):
        return False
    return sum(1 for day in range(5, len(row), 7) if any(row[day : day + 2])) <= who["weekends"]


def hidden(dice, days, who, types):
    """A row by trial: runs of duties, mostly of one type, with free days between."""
    while True:
        row = [""] * dice.randint(0, 3)
        while len(row) < days:
            usable = [name for name, _, _ in types if who["limits"][name]]
            shift = dice.choice(usable)
            run = []
            for _ in range(dice.randint(*who["row"])):
                run.append(shift)
                later = [name for name in usable if name not in next(t[2] for t in types if t[0] == shift)]
                shift = dice.choice(later) if dice.random() < 0.3 and later else shift
            if not fits(row + run, who, types, False):
                run = []
            row += run + [""] * dice.randint(who["free"], who["free"] + 1)
        if fits(row[:days], who, types, True):
            return row[:days]


def wishes(dice, days, staff, rows, types):
    on, off = [], []
    for name in staff:
        for _ in range(max(1, days // 14)):
            first, weight = dice.randrange(days), dice.choice([1, 2, 3])
            span = range(first, min(first + dice.randint(1, 5), days))
            if dice.random() < 0.6:
                shift = dice.choice([s for s in rows[name] if s])
                on += [(name, day, shift, weight) for day in span]
            else:
                shift = dice.choice(types)[0]
                off += [(name, day, shift, weight) for day in span]
    return on, off


def instance(number, seed):
    dice = random.Random(f"{seed}/{number}")
    days, count, type_count = SHAPES[number - 1]
    types = shifts(dice, type_count)
    staff = {f"P{place + 1}": person(dice, days, types) for place in range(count)}
    rows = {name: hidden(dice, days, who, types) for name, who in staff.items()}
    free = {name: [day for day in range(days) if not row[day]] for name, row in rows.items()}
    on, off = wishes(dice, days, staff, rows, types)
    text = ["# made by shifts_make.py", "", "SECTION_HORIZON", str(days), "", "SECTION_SHIFTS"]
    text += [f"{name},{length},{'|'.join(barred)}" for name, length, barred in types]
    text += ["", "SECTION_STAFF"]
    for name, who in staff.items():
        limits = "|".join(f"{shift}={most}" for shift, most in who["limits"].items())
        row = f"{who['row'][1]},{who['row'][0]},{who['free']},{who['weekends']}"
        text.append(f"{name},{limits},{who['most']},{who['least']},{row}")
    text += ["", "SECTION_DAYS_OFF"]
    text += [f"{name},{','.join(map(str, sorted(dice.sample(days_free, days // 14))))}" for name, days_free in free.items()]
    for title, requests in (("ON", on), ("OFF", off)):
        text += ["", f"SECTION_SHIFT_{title}_REQUESTS"] + [",".join(map(str, request)) for request in requests]
    text += ["", "SECTION_COVER"]
    worked = {name: sum(row.count(name) for row in rows.values()) / days for name, _, _ in types}
    for day in range(days):
        for name, _, _ in types:
            wanted = int(worked[name] * dice.uniform(0.6, 1.4) + dice.random())
            text.append(f"{day},{name},{wanted},100,1")
    return "\n".join(text) + "\n"


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(1, len(SHAPES) + 1):
        (folder / f"Instance{place}.txt").write_text(instance(place, sys.argv[2]), encoding="utf-8")
