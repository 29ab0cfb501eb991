#!/usr/bin/env python3
"""load.py COUNTRY DATABASE: the rows of a generated country in SQLite, with the index that the gap query likes best."""
import csv
import datetime
import os
import sqlite3
import sys

country, path = sys.argv[1:3]
folder = os.path.join(country, "2026-national-day")
ZONE = datetime.timezone(datetime.timedelta(hours=8))


def instant(date, clock):
    moment = datetime.datetime.fromisoformat(f"{date}T{clock}").replace(tzinfo=ZONE)
    return int(moment.timestamp())


SHIFTS = {"夜班": ("17:30", "08:30"), "全天班": ("08:30", "08:30")}
POSTS = {3: (1, 1), 4: (2, 2), 5: (3, 1)}  # column: post, needed
spans = {}


def span(date, shift):
    if (date, shift) not in spans:
        start, end = SHIFTS[shift]
        after = datetime.date.fromisoformat(date) + datetime.timedelta(days=1)
        spans[date, shift] = (instant(date, start), instant(after.isoformat(), end))
    return spans[date, shift]


def stands(units):
    for number, unit in enumerate(units):
        table = os.path.join(folder, unit + ".csv")
        if not os.path.exists(table):
            continue
        with open(table, newline="") as lines:
            for row in list(csv.reader(lines))[1:]:
                starts, ends = span(row[0], row[2])
                for column, (post, _) in POSTS.items():
                    for person in filter(None, row[column].split("、")):
                        yield number, post, person, starts, ends


units = []
with open(os.path.join(country, "place.yaml")) as lines:
    for line in lines:
        if line.startswith("  ") and line[2:11].isdigit():
            units.append(line[2:11])
if os.path.exists(path):
    os.remove(path)
database = sqlite3.connect(path)
database.execute("PRAGMA synchronous = OFF")
database.execute("CREATE TABLE need (unit INTEGER, post INTEGER, starts INTEGER, ends INTEGER, needed INTEGER,"
                 " PRIMARY KEY (unit, post)) STRICT, WITHOUT ROWID")
database.execute("CREATE TABLE stand (unit INTEGER, post INTEGER, person TEXT, starts INTEGER, ends INTEGER) STRICT")
window = (instant("2026-09-30", "17:30"), instant("2026-10-08", "08:30"))
database.executemany(
    "INSERT INTO need VALUES (?, ?, ?, ?, ?)",
    ((number, post, *window, needed) for number in range(len(units)) for post, needed in POSTS.values()))
database.executemany("INSERT INTO stand VALUES (?, ?, ?, ?, ?)", stands(units))
database.execute("CREATE INDEX stand_by_seat ON stand (unit, post, starts, ends)")
database.execute("ANALYZE")
database.commit()
print(database.execute("SELECT count(*) FROM stand").fetchone()[0], "rows")
