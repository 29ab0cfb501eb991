#!/usr/bin/env python3
"""What OR-Tools' CP-SAT makes of "Shift Scheduling" instances, beside `shifts`.

Usage: shifts_peer.py SECONDS INSTANCE... [--out DIR]
Needs `pip install ortools`. Prints instance, cost and proven bound; two workers.
"""
import pathlib
import sys

from ortools.sat.python import cp_model

from shifts_check import Instance


def limit_row(model, instance, limits, x, works):
    """One person's rules; `x` is by day and shift, `works` by day."""
    most, most_minutes, least_minutes, most_row, least_row, least_free, most_weekends = limits
    days = range(instance.days)
    for limit in filter(None, most.split("|")):
        shift, count = limit.split("=")
        model.add(sum(x[day, shift] for day in days) <= int(count))
    minutes = sum(length * x[day, shift] for day in days for shift, length in instance.minutes.items())
    model.add_linear_constraint(minutes, int(least_minutes), int(most_minutes))
    for day in range(instance.days - 1):
        for shift, barred in instance.barred.items():
            if barred:
                model.add(x[day, shift] + sum(x[day + 1, other] for other in barred) <= 1)
    for day in range(instance.days - int(most_row)):
        model.add(sum(works[day : day + int(most_row) + 1]) <= int(most_row))
    for length in range(1, max(int(least_row), int(least_free))):
        for day in range(1, instance.days - length):
            inner, left, right = works[day : day + length], works[day - 1], works[day + length]
            if length < int(least_row):
                model.add_bool_or([left, right] + [work.negated() for work in inner])
            if length < int(least_free):
                model.add_bool_or([left.negated(), right.negated()] + inner)
    weekends = []
    for day in range(5, instance.days, 7):
        weekend = model.new_bool_var("")
        weekends.append(weekend)
        for work in works[day : day + 2]:
            model.add_implication(work, weekend)
    model.add(sum(weekends) <= int(most_weekends))


def build(instance):
    model = cp_model.CpModel()
    days, shifts = range(instance.days), list(instance.minutes)
    x, costs = {}, []
    for person, limits in instance.staff.items():
        own = {(day, shift): model.new_bool_var("") for day in days for shift in shifts}
        works = []
        for day in days:
            work = model.new_bool_var("")
            model.add(sum(own[day, shift] for shift in shifts) == work)
            works.append(work)
        for day in instance.off.get(person, []):
            model.add(works[day] == 0)
        limit_row(model, instance, limits, own, works)
        x.update({(person, day, shift): var for (day, shift), var in own.items()})
    costs += [weight * (1 - x[person, day, shift]) for person, day, shift, weight in instance.on_requests]
    costs += [weight * x[person, day, shift] for person, day, shift, weight in instance.off_requests]
    for day, shift, wanted, less, more in instance.cover:
        under, over = model.new_int_var(0, wanted, ""), model.new_int_var(0, len(instance.staff), "")
        model.add(sum(x[person, day, shift] for person in instance.staff) == wanted - under + over)
        costs += [less * under, more * over]
    model.minimize(sum(costs))
    return model, x


def main(seconds, paths, out):
    for path in map(pathlib.Path, paths):
        instance = Instance(path)
        model, x = build(instance)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 2
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            print(f"{path.stem:12} -", flush=True)
            continue
        bound = round(solver.best_objective_bound)
        print(f"{path.stem:12} {round(solver.objective_value):8} bound {bound:8} {solver.wall_time:6.1f} s", flush=True)
        if out:
            rows = [
                [next((s for s in instance.minutes if solver.value(x[person, day, s])), "") for day in range(instance.days)]
                for person in instance.staff
            ]
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{path.stem}.sol").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    folder = None
    if "--out" in arguments:
        place = arguments.index("--out")
        folder = pathlib.Path(arguments[place + 1])
        del arguments[place : place + 2]
    main(float(arguments[0]), arguments[1:], folder)
