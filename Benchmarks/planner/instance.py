"""Reads a place, a period's tables and the history into plain numbers, from the documents alone.

Times are minutes of local time (China has one zone without summer time), loads are minutes × the weight of the day.
"""
import csv
import datetime
import glob
import os
import re
from dataclasses import dataclass, field
from fractions import Fraction

import yaml_text
from days import Days

NEVER_ELIGIBLE = {"临时人员", "临时", "临时工", "临聘", "保安", "门卫", "temporary", "guard"}
WORDS = {
    "日期": "date", "星期": "weekday", "班次": "shift", "人员": "person", "开始": "from", "结束": "to", "原因": "reason",
    "姓名": "name", "单位": "unit", "职务": "title", "职级": "rank", "用工性质": "employment", "资质": "qualifications",
    "小时": "hours", "权重": "weight"}


@dataclass
class Slot:
    unit: str
    post: str
    start: int
    end: int
    day: int
    count: int
    load: int
    on_site: bool
    seated: list
    candidates: list = field(default_factory=list)

    def __str__(self):
        return f"{self.unit}/{self.post}/{datetime.date.fromordinal(self.day)}"


@dataclass
class Instance:
    slots: list
    people: dict          # id → row of people.csv
    history: dict         # id → Fraction, in the measure of Slot.load
    away: dict            # id → [(start, end)]
    rest: int             # minutes; 0 asks for none
    duty_length: int      # minutes
    window: tuple         # (days, most) or None


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    header = [WORDS.get(cell.strip(), cell.strip()) for cell in table[0]] if table else []
    return header, [[cell.strip() for cell in line] for line in table[1:] if any(cell.strip() for cell in line)]


def records(path):
    header, lines = rows(path) if os.path.exists(path) else ([], [])
    return [dict(zip(header, line)) for line in lines]


def several(text):
    return [part.strip() for part in re.split("[、，,；;/]", text or "") if part.strip() and part.strip() != "—"]


def clock(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def moment(text, is_end=False):
    """Minutes since year 1; a bare date as an end is the end of that day."""
    date, _, time = text.replace(" ", "T").partition("T")
    day = datetime.date.fromisoformat(date).toordinal()
    return day * 1440 + (clock(time) if time else 1440 if is_end else 0)


class Reader:
    def __init__(self, folder):
        self.place = yaml_text.load(os.path.join(folder, "place.yaml"))
        self.days = Days(os.path.normpath(os.path.join(folder, self.place["calendar"])))
        self.people = {row["id"]: row for row in records(os.path.join(folder, "people.csv"))}
        self.ids, self.staff, self.below = {}, {}, {}
        for unit, row in self.place["units"].items():
            self.below.setdefault(row.get("parent"), []).append(unit)
        for key, row in self.people.items():
            self.staff.setdefault(row["unit"], []).append(key)
            for name in (row["name"], f"{row['name']}@{row['unit']}"):
                self.ids.setdefault(name, []).append(key)
        self.away = {key: [] for key in self.people}
        for row in records(os.path.join(folder, "absences.csv")):
            self.away[self.person(row["person"], "")].append((moment(row["from"]), moment(row["to"], True)))
        self.past = records(os.path.join(folder, "history.csv"))

    def person(self, name, unit):
        """The id of a person by id, by name in the unit, or by name anywhere; None where that is not one person."""
        if name in self.people:
            return name
        found = self.ids.get(f"{name}@{unit}") or self.ids.get(name) or []
        return found[0] if len(found) == 1 else None

    def read(self, tables):
        """The instance with the tables of this folder."""
        slots = [slot for path in sorted(glob.glob(os.path.join(tables, "*.csv"))) for slot in self.table(path)]
        if not slots:
            raise SystemExit(f"{tables}: no tables")
        eligible = {}
        for slot in slots:
            station = (slot.unit, slot.post)
            if station not in eligible:
                homes = self.homes(slot.unit, self.place["posts"][slot.post].get("from"))
                colleagues = [key for home in homes for key in self.staff.get(home, [])]
                eligible[station] = [key for key in colleagues if self.may_stand(key, slot.post)]
            slot.candidates = [key for key in eligible[station] if not self.is_away(key, slot)]
        first = datetime.date.fromordinal(min(slot.day for slot in slots))
        rules = self.place.get("rules") or {}
        window = rules.get("most-in-window")
        return Instance(
            slots=slots, people=self.people, history=self.history(first), away=self.away,
            rest=self.hours(rules.get("rest")) or 0, duty_length=self.hours(rules.get("duty-length")) or 1440,
            window=(int(window["days"]), int(window["count"])) if window else None)

    @staticmethod
    def hours(rule):
        return int(rule["hours"]) * 60 if isinstance(rule, dict) and "hours" in rule else None

    def table(self, path):
        unit = os.path.basename(path)[:-4]
        header, lines = rows(path)
        posts = self.place["posts"]
        keys = {word: key for key, post in posts.items() for word in (key, post.get("name") or key)}
        shifts = {word: shift for key, shift in self.place["shifts"].items() for word in (key, shift["name"])}
        for line in lines:
            row = dict(zip(header, line))
            shift, date = shifts[row["shift"]], datetime.date.fromisoformat(row["date"])
            for word in header:
                if word in keys and row.get(word) != "—":
                    yield self.slot(unit, keys[word], date, shift, several(row.get(word)))

    def slot(self, unit, key, date, shift, names):
        post = self.place["posts"][key]
        opens, closes = clock(shift["start"]), clock(shift["end"])
        length = closes - opens + (1440 if closes <= opens else 0)
        start = date.toordinal() * 1440 + opens
        return Slot(
            unit=unit, post=key, start=start, end=start + length, day=date.toordinal(),
            count=int(post.get("count") or 1), load=length * self.days.weight(date),
            on_site=post.get("on_site") != "false", seated=[self.person(name, unit) or name for name in names])

    def may_stand(self, key, post):
        person, post, ranks = self.people[key], self.place["posts"][post], self.place.get("ranks") or []
        if post.get("rank"):
            if person["rank"] not in ranks or ranks.index(person["rank"]) < ranks.index(post["rank"]):
                return False
        if person["employment"] in NEVER_ELIGIBLE:
            return False
        if post.get("employment") and person["employment"] not in post["employment"]:
            return False
        has = several(person.get("qualifications"))
        return all(wanted in has for wanted in post.get("qualifications") or [])

    def homes(self, unit, source):
        """The units whose people may be drawn on."""
        if source == "below":
            return [unit] + [deeper for below in self.below.get(unit, []) for deeper in self.homes(below, source)]
        return list(self.place["units"]) if source == "all" else [source or unit]

    def is_away(self, key, slot):
        return any(start < slot.end and slot.start < end for start, end in self.away[key])

    def history(self, first):
        """Weighted minutes of earlier duties, halved for each calendar year between."""
        sums = {key: Fraction(0) for key in self.people}
        for row in self.past:
            date = datetime.date.fromisoformat(row["date"])
            if date < first:
                weighted = Fraction(row["hours"]) * 60 * Fraction(row["weight"])
                sums[self.person(row["person"], "")] += weighted / 2 ** (first.year - date.year)
        return sums
