"""Writes a period's tables anew with everybody in his seat."""
import csv
import datetime
import os
import shutil

from instance import clock, rows

HEADERS = {"date": "日期", "weekday": "星期", "shift": "班次"}


def write_tables(reader, instance, period, out):
    """`out` becomes a copy of the period's folder whose cells hold what the instance's slots have seated."""
    shutil.copytree(period, out, dirs_exist_ok=True)
    cells = {(slot.unit, slot.post, slot.day, slot.start % 1440): slot.seated for slot in instance.slots}
    shifts = {shift["name"]: shift for shift in reader.place["shifts"].values()}
    posts = {post.get("name") or key: key for key, post in reader.place["posts"].items()}
    for name in sorted(name for name in os.listdir(period) if name.endswith(".csv")):
        header, lines = rows(os.path.join(period, name))
        with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow([HEADERS.get(word, word) for word in header])
            for line in lines:
                table.writerow(row(reader, cells, name[:-4], dict(zip(header, line)), posts, shifts))


def row(reader, cells, unit, texts, posts, shifts):
    day, start = datetime.date.fromisoformat(texts["date"]).toordinal(), clock(shifts[texts["shift"]]["start"])
    for word in texts:
        if word in posts and texts[word] != "—":
            seated = cells.get((unit, posts[word], day, start), [])
            texts[word] = "、".join(name_in(reader, person, unit) for person in seated)
    return texts.values()


def name_in(reader, person, unit):
    known = reader.people[person]
    return known["name"] if known["unit"] == unit else f"{known['name']}@{known['unit']}"
