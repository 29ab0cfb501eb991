#!/usr/bin/env python3
"""Judges a solution of a "Shift Scheduling" instance (Curtois and Qu) from the rules alone.

Usage: shifts_check.py INSTANCE SOLUTION
The solution has a line for each employee, in the instance's order: shift ids separated by commas, empty when free.
Prints the cost and every broken rule; exits 1 when there is one, 2 when a file cannot be read.
"""
import sys


def read(path):
    """The lines of each section, as lists of fields."""
    sections, name = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in map(str.strip, lines):
            if line.startswith("SECTION_"):
                name = line
                sections[name] = []
            elif line and not line.startswith("#"):
                sections[name].append([field.strip() for field in line.split(",")])
    return sections


class Instance:
    def __init__(self, path):
        sections = read(path)
        self.days = int(sections["SECTION_HORIZON"][0][0])
        self.minutes, self.barred = {}, {}
        for row in sections["SECTION_SHIFTS"]:
            self.minutes[row[0]] = int(row[1])
            self.barred[row[0]] = set(row[2].split("|")) - {""} if len(row) > 2 else set()
        self.staff = {row[0]: row[1:] for row in sections["SECTION_STAFF"]}
        self.off = {row[0]: [int(day) for day in row[1:] if day] for row in sections.get("SECTION_DAYS_OFF", [])}
        self.on_requests = [(e, int(d), s, int(w)) for e, d, s, w in sections.get("SECTION_SHIFT_ON_REQUESTS", [])]
        self.off_requests = [(e, int(d), s, int(w)) for e, d, s, w in sections.get("SECTION_SHIFT_OFF_REQUESTS", [])]
        self.cover = [(int(d), s, int(r), int(u), int(o)) for d, s, r, u, o in sections.get("SECTION_COVER", [])]


def runs(row, working):
    """(start, end) of each maximal stretch that is worked, or that is free."""
    found, start = [], None
    for day, shift in enumerate(row + [None]):
        here = shift is not None and (shift != "") == working
        if here and start is None:
            start = day
        if not here and start is not None:
            found.append((start, day))
            start = None
    return found


def broken(instance, person, row):
    limits, most_minutes, least_minutes, most_row, least_row, least_free, most_weekends = instance.staff[person]
    for limit in filter(None, limits.split("|")):
        shift, most = limit.split("=")
        if row.count(shift) > int(most):
            yield f"{row.count(shift)} shifts {shift}, at most {most}"
    total = sum(instance.minutes[shift] for shift in row if shift)
    if not int(least_minutes) <= total <= int(most_minutes):
        yield f"{total} minutes, not in {least_minutes} to {most_minutes}"
    for day in instance.off.get(person, []):
        if row[day]:
            yield f"works on day {day}, a day off"
    for day, (shift, following) in enumerate(zip(row, row[1:])):
        if shift and following in instance.barred[shift]:
            yield f"{following} after {shift} on day {day + 1}"
    for start, end in runs(row, True):
        if end - start > int(most_row):
            yield f"{end - start} days in a row from day {start}"
        if end - start < int(least_row) and start > 0 and end < instance.days:
            yield f"only {end - start} days in a row from day {start}"
    for start, end in runs(row, False):
        if end - start < int(least_free) and start > 0 and end < instance.days:
            yield f"only {end - start} free days from day {start}"
    weekends = sum(1 for day in range(5, instance.days, 7) if any(row[day : day + 2]))
    if weekends > int(most_weekends):
        yield f"{weekends} weekends, at most {most_weekends}"


def cost(instance, rows):
    requests = sum(weight for e, day, shift, weight in instance.on_requests if rows[e][day] != shift)
    requests += sum(weight for e, day, shift, weight in instance.off_requests if rows[e][day] == shift)
    under = over = 0
    for day, shift, wanted, less, more in instance.cover:
        have = sum(1 for row in rows.values() if row[day] == shift)
        under += max(wanted - have, 0) * less
        over += max(have - wanted, 0) * more
    return requests, under, over


def main():
    try:
        instance = Instance(sys.argv[1])
        with open(sys.argv[2], encoding="utf-8") as lines:
            rows = [[shift.strip() for shift in line.rstrip("\n").split(",")] for line in lines]
        if len(rows) != len(instance.staff) or any(len(row) != instance.days for row in rows):
            raise ValueError(f"not {len(instance.staff)} lines of {instance.days} fields")
        if unknown := {shift for row in rows for shift in row if shift} - set(instance.minutes):
            raise ValueError(f"unknown shifts {sorted(unknown)}")
    except (OSError, ValueError, KeyError, IndexError) as error:
        print(f"shifts_check: {error}", file=sys.stderr)
        return 2
    rows = dict(zip(instance.staff, rows))
    faults = [f"{person}: {fault}" for person, row in rows.items() for fault in broken(instance, person, row)]
    requests, under, over = cost(instance, rows)
    print(f"cost {requests + under + over}  requests {requests}  under {under}  over {over}  violations {len(faults)}")
    print("".join(f"{fault}\n" for fault in faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
