#!/usr/bin/env python3
"""desk.py [--units N] [--runs R] [--reports N] [--keep DIR]: the second half of `make bench`.

Publishes a country, asks `who` of it as a process, and drives the desk of a small place that is in force today:
reports a second beside the disk's own rate, messages a second, look-ups. Needs the release binaries and Benchmarks/ built.
"""
import argparse
import datetime
import os
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DUTY = os.path.join(ROOT, ".build/release/duty")
THROUGHPUT = os.path.join(ROOT, ".build/release/throughput")
COUNTRY = os.path.join(ROOT, "Benchmarks/.build/release/country")
CALENDAR = os.path.join(ROOT, "rosters/calendar")

PLACE = """place: small
name: 小县
zone: Asia/Shanghai
calendar: {calendar}
ranks: [科员, 乡科级副职]
hours: {{office: [{{from: 2026-01-01, open: "08:30", close: "17:30"}}]}}
shifts: {{full: {{name: 全天班, start: "08:30", end: "08:30"}}}}
posts:
  leader:  {{name: 带班领导, tier: leader, count: 1, cover: always, rank: 乡科级副职}}
  officer: {{name: 值班员, tier: duty-officer, count: 1, cover: always}}
units:
  office: {{name: 应急管理局, parent: null, hours: office, duty_phone: 0000-5550110, posts: [leader, officer]}}
"""
POLICY = """fallback: [person:p001, phone:office]
channels: {hook: {kind: webhook, url_env: DUTY_HOOK_URL, timeout: 5}}
contact: [hook]
ladders:
  default: {match: {}, steps: [{tell: [tier:leader, tier:duty-officer], need: any, wait: 30}, {tell: [person:p001], need: any, wait: 30}]}
"""
PEOPLE = """id,姓名,单位,职务,职级,用工性质,手机,办公电话
p001,李建国,office,局长,乡科级副职,在编,10000000001,0000-5550111
p002,张卫东,office,副局长,乡科级副职,在编,10000000002,0000-5550112
p003,孙丽,office,科员,科员,在编,10000000003,0000-5550113
p004,周明,office,科员,科员,在编,10000000004,0000-5550114
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def small_place(folder):
    """A place whose roster is in force around today; the folder of its period."""
    days = [datetime.date.today() + datetime.timedelta(days=number) for number in range(-1, 3)]
    period = os.path.join(folder, "small/now")
    write(folder + "/small/place.yaml", PLACE.format(calendar=CALENDAR))
    write(folder + "/small/policy.yaml", POLICY)
    write(folder + "/small/people.csv", PEOPLE)
    write(period + "/period.yaml", f"period: now\nkind: ordinary\nfrom: {days[1]}\nto: {days[2]}\n"
          "source: 示例\nrequires: all\naccept_by: [p001]\n")
    rows = [f"{day},全天班,{('李建国', '张卫东')[number % 2]},{('孙丽', '周明')[number % 2]}"
            for number, day in enumerate(days)]
    write(period + "/office.csv", "日期,班次,带班领导,值班员\n" + "\n".join(rows) + "\n")
    return period


def run(command):
    """Wall seconds, peak MB and output; whatever fails ends the benchmark."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = process.stdout.read().decode()
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    if status != 0:
        raise SystemExit(f"{' '.join(command)}\n{output[-2000:]}\n{errors[-2000:]}")
    return wall, usage.ru_maxrss / 1024, output


def line(what, figure, target=""):
    print(f"| {what} | {figure} | {target} |")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--units", type=int, default=40_000)
    options.add_argument("--runs", type=int, default=20)
    options.add_argument("--reports", type=int, default=20_000)
    options.add_argument("--keep", default=None)
    options = options.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="duty-bench-")
    country = os.path.join(folder, f"faultless-{options.units}")
    if not os.path.exists(country):
        run([COUNTRY, country, str(options.units), "--calendar", CALENDAR, "--faultless"])
    print("| what | measured | target |\n|---|---|---|")

    database = os.path.join(tempfile.mkdtemp(prefix="duty-bench-", dir=folder), "country.db")
    wall, peak, _ = run([DUTY, "publish", country + "/2026-national-day", "--db", database])
    line(f"`publish`, {options.units} units", f"{wall:.1f} s, {peak:.0f} MB, {os.path.getsize(database) / 1e6:.0f} MB stored")
    who = [DUTY, "who", "--unit", "110101003", "--at", "2026-10-03T12:00", "--db", database]
    walls = [run(who)[0] for _ in range(options.runs)]
    line("`who --unit` as a process, median", f"{statistics.median(walls) * 1000:.0f} ms", "≤ 50 ms")
    bare = statistics.median([run([DUTY, "--version"])[0] for _ in range(options.runs)])
    line("a process that only says its version", f"{bare * 1000:.0f} ms")

    desk = os.path.join(os.path.dirname(database), "desk.db")
    run([DUTY, "publish", small_place(os.path.dirname(database)), "--db", desk])
    _, _, output = run([THROUGHPUT, desk, str(options.reports), database, "2026-10-03T04:00:00Z"])
    figures = dict(row.split("\t") for row in output.splitlines())
    for name, figure in figures.items():
        line(f"`{name}`", f"{float(figure):,.2f}")
    rate = float(figures["fsync_per_s"])
    line("reports ÷ disk syncs, 1 caller", f"{float(figures['reports_per_s_1']) / rate:.2f}", "near 1")
    line("reports ÷ disk syncs, 64 callers", f"{float(figures['reports_per_s_64']) / rate:.2f}", "above 1: group commit")


main()
