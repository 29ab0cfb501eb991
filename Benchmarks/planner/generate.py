#!/usr/bin/env python3
"""generate.py SIZE SEED OUT [--tight] [--impossible] [--calendar DIR]: an invented place whose roster is to be filled.

SIZE is small, county, prefecture or year. A hidden roster that keeps every rule is planted first (OUT/planted.json),
then leaves that avoid it; --impossible plants one contradiction instead. The same seed gives the same bytes.
"""
import argparse
import datetime
import glob
import json
import os
import random

from days import Days
from layout import LEADER_RANK, OTHER_RANK, POSTS, layout
from planting import Planter, contradiction

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WEEKDAYS = "一二三四五六日"
POLICY = """fallback: [person:{person}, phone:{unit}]
round_pause: 5
ungraded_as: III
channels: {{call: {{kind: call}}}}
contact: [call]
ladders:
  default: {{match: {{}}, steps: [{{tell: [tier:leader, tier:duty-officer], need: any, wait: 5}}]}}
"""
# First and last off day of the holidays of 2025, in which people have stood already.
PAST = [("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"), ("2025-05-01", "2025-05-05"),
        ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08")]


def period_key(plan):
    return "2026-season" if plan.size == "year" else "2026-national-day"


def place_text(plan, calendar):
    rules = [f"rest: {{hours: {plan.rest_hours}, severity: error}}", "duty-length: {hours: 24, severity: error}"]
    if plan.window:
        rules.append(f"most-in-window: {{count: {plan.window[0]}, days: {plan.window[1]}}}")
    rules.append("reachable: {severity: warning}")
    posts = [post for post in POSTS if any(post in unit.posts for unit in plan.units)]
    lines = [
        "# 机构、人物、号码均为虚构。/ Invented.", f"place: {plan.size}", "name: 示例", "zone: Asia/Shanghai",
        f"calendar: {calendar}", f"ranks: [{OTHER_RANK}, 股级, {LEADER_RANK}]",
        'hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}', "shifts:",
        '  night: {name: 夜班, start: "17:30", end: "08:30"}', '  full: {name: 全天班, start: "08:30", end: "08:30"}',
        "posts:", *map(post_text, posts), "units:"]
    for number, unit in enumerate(plan.units):
        lines.append(f"  {unit.id}: {{name: {unit.name}, parent: {unit.parent or 'null'}, hours: office, "
                     f"duty_phone: 0000-{5550000 + number}, posts: [{', '.join(unit.posts)}]}}")
    return "\n".join(lines + ["rules:"] + ["  " + rule for rule in rules]) + "\n"


def post_text(post):
    name, tier, count, asks, source = POSTS[post]
    more = "".join(f", {part}" for part in (asks, source and f"from: {source}") if part)
    return f"  {post}: {{name: {name}, tier: {tier}, count: {count}, cover: always{more}}}"


def people_text(plan):
    lines = ["id,姓名,单位,职务,职级,用工性质,手机,办公电话,资质"]
    for number, person in enumerate(plan.people):
        title, rank = ("副主任", LEADER_RANK) if person.is_leader else ("科员", OTHER_RANK)
        lines.append(f"{person.id},{person.name},{person.unit},{title},{rank},{'在编' if person.is_staff else '聘用'},"
                     f"{10000000000 + number},0000-{5560000 + number},{'应急' if person.is_qualified else ''}")
    return "\n".join(lines) + "\n"


def history_text(plan, calendar, random):
    """None to three duties of each person in the holidays of 2025; a tenth joined later."""
    days = Days(calendar)
    lines = ["person,date,hours,weight"]
    for person in plan.people:
        stood = set()
        for _ in range(0 if random.random() < 0.1 else random.randint(0, 3)):
            first, last = map(datetime.date.fromisoformat, random.choice(PAST))
            eve = first - datetime.timedelta(days=1)
            stood.add((eve + datetime.timedelta(days=random.randint(0, (last - eve).days)), eve))
        lines += [f"{person.id},{date},{15 if date == eve else 24},{days.weight(date)}" for date, eve in sorted(stood)]
    return "\n".join(lines) + "\n"


def period_text(plan):
    head = ['kind: holiday', 'holiday: {year: 2026, name: 国庆节}']
    if plan.size == "year":
        last = plan.shifts[-1][0] + datetime.timedelta(days=1)
        head = ["kind: special", f'from: "{plan.shifts[0][0]}T08:30"', f'to: "{last}T08:30"', "source: 示例"]
    requires = ", ".join(f"{unit.id}: all" for unit in plan.units if unit.posts)
    return "\n".join([f"period: {period_key(plan)}", *head, f"requires: {{{requires}}}",
                      f"accept_by: [{plan.people[0].id}]"]) + "\n"


def table_text(plan, unit):
    lines = [",".join(["日期", "星期", "班次"] + [POSTS[post][0] for post in unit.posts])]
    for date, shift in plan.shifts:
        label = {"night": "夜班", "full": "全天班"}[shift[0]]
        lines.append(f"{date},{WEEKDAYS[date.weekday()]},{label}" + "," * len(unit.posts))
    return "\n".join(lines) + "\n"


def write(text, *path):
    os.makedirs(os.path.join(*path[:-1]), exist_ok=True)
    with open(os.path.join(*path), "w", encoding="utf-8") as file:
        file.write(text)


def generate(size, seed, out, is_tight=False, is_impossible=False, calendar=os.path.join(ROOT, "rosters/calendar")):
    """Writes the place; the path of its period."""
    dice = random.Random(f"{size} {seed} {is_tight} {is_impossible}")
    plan = layout(size, dice, is_tight)
    plan.rest_hours = 24 if is_impossible else plan.rest_hours
    planter = Planter(plan, dice)
    seats = planter.plant()
    leaves = planter.leaves(dice.uniform(0.45, 0.6) if is_tight else dice.uniform(0.25, 0.35))
    planted = {"seats": [list(key) + [people] for key, people in seats.items()]}
    if is_impossible:
        unit, first, last, away = contradiction(plan, dice)
        leaves = sorted([leave for leave in leaves if leave[0] not in away] + [(one, first, last) for one in away])
        planted = {"contradiction": {"unit": unit, "post": "leader", "from": first, "to": last, "away": away}}
    key = period_key(plan)
    write(place_text(plan, os.path.abspath(calendar)), out, "place.yaml")
    write(people_text(plan), out, "people.csv")
    write("person,from,to,reason\n" + "".join(f"{','.join(leave)},年休假\n" for leave in leaves), out, "absences.csv")
    write(history_text(plan, calendar, dice), out, "history.csv")
    write(POLICY.format(person=plan.people[0].id, unit=plan.units[0].id), out, "policy.yaml")
    write(json.dumps(planted, ensure_ascii=False, indent=0) + "\n", out, "planted.json")
    write(period_text(plan), out, key, "period.yaml")
    for table in glob.glob(os.path.join(out, key, "*.csv")):
        os.remove(table)
    for unit in plan.units:
        if unit.posts:
            write(table_text(plan, unit), out, key, unit.id + ".csv")
    return os.path.join(out, key)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", choices=["small", "county", "prefecture", "year"])
    options.add_argument("seed", type=int)
    options.add_argument("out")
    options.add_argument("--tight", action="store_true")
    options.add_argument("--impossible", action="store_true")
    options.add_argument("--calendar", default=os.path.join(ROOT, "rosters/calendar"))
    options = options.parse_args()
    print(generate(options.size, options.seed, options.out, options.tight, options.impossible, options.calendar))


if __name__ == "__main__":
    main()
