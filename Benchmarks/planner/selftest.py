#!/usr/bin/env python3
"""The generator and the scorer, tested: a planted roster is legal, and every way of spoiling it is noticed."""
import datetime
import filecmp
import json
import os
import re
import tempfile
import unittest

from days import Days
from flow_bound import flow_bound, pour
from generate import ROOT, generate
from instance import Reader
from score import fairness, illegal, judge, loads
from tables import write_tables


def planted(folder, size, seed, is_tight=False):
    period = generate(size, seed, folder, is_tight)
    reader = Reader(folder)
    instance = reader.read(period)
    with open(os.path.join(folder, "planted.json"), encoding="utf-8") as file:
        seats = {(unit, post, date): people for unit, post, date, people in json.load(file)["seats"]}
    for slot in instance.slots:
        slot.seated = seats[slot.unit, slot.post, datetime.date.fromordinal(slot.day).isoformat()]
    return reader, period, instance


class Planted(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = held.name

    def test_every_planted_roster_is_complete_and_legal(self):
        for size in ("small", "county", "year"):
            for is_tight in (False, True):
                for seed in range(1, 4):
                    _, _, instance = planted(self.folder, size, seed, is_tight)
                    found = judge(instance)
                    self.assertEqual((found["filled"], found["illegal"]), (found["seats"], []), (size, seed))
                    self.assertGreaterEqual(found["excess_percent"], 0)

    def test_the_same_seed_gives_the_same_bytes(self):
        for word in ("a", "b"):
            generate("small", 7, os.path.join(self.folder, word), is_tight=True)
        compared = filecmp.dircmp(self.folder + "/a", self.folder + "/b")
        self.assertEqual((compared.diff_files, compared.left_only, compared.right_only), ([], [], []))

    def test_written_tables_read_back_as_they_were(self):
        reader, period, instance = planted(self.folder, "county", 1)
        write_tables(reader, instance, period, self.folder + "/out")
        seated = [slot.seated for slot in reader.read(self.folder + "/out").slots]
        self.assertEqual(seated, [slot.seated for slot in instance.slots])

    def test_standing_on_neighbouring_days_is_noticed(self):
        _, _, instance = planted(self.folder, "small", 1)
        first, second = [slot for slot in instance.slots if slot.post == "leader"][2:4]
        second.seated = first.seated
        self.assertIn("h of duty from", " ".join(illegal(instance)))

    def test_standing_at_two_posts_at_once_is_noticed(self):
        _, _, instance = planted(self.folder, "small", 1)
        leader = next(slot for slot in instance.slots if slot.post == "leader")
        other = next(slot for slot in instance.slots if slot.post != "leader" and slot.day == leader.day)
        other.seated = leader.seated + other.seated[1:]
        self.assertIn("at the same time", " ".join(illegal(instance)))

    def test_somebody_on_leave_or_not_fit_is_noticed(self):
        _, _, instance = planted(self.folder, "small", 1)
        slot = next(slot for slot in instance.slots if len(slot.candidates) < len(instance.people))
        slot.seated = [next(person for person in instance.people if person not in slot.candidates)]
        self.assertIn("may not stand here", " ".join(illegal(instance)))

    def test_a_third_duty_in_seven_days_is_noticed(self):
        _, _, instance = planted(self.folder, "year", 1)
        leaders = [slot for slot in instance.slots if slot.post == "leader"]
        for slot in leaders[0:5:2]:
            slot.seated = [leaders[0].seated[0]]
        self.assertIn("more than 2 duties in 7 days", " ".join(illegal(instance)))

    def test_the_score_by_hand(self):
        _, _, instance = planted(self.folder, "small", 1)
        for slot in instance.slots:
            slot.seated = []
        person = instance.slots[0].candidates[0]
        instance.history = {one: 0 for one in instance.history}
        instance.history[person] = 720
        eve, first = instance.slots[0], next(slot for slot in instance.slots if slot.end - slot.start == 1440)
        eve.seated, first.seated = [person], [person]
        self.assertEqual(fairness(loads(instance)), (1 + 1.25 + 4) ** 2)


class Qinghe(unittest.TestCase):
    def test_the_scorer_and_check_find_the_same_people(self):
        place = os.path.join(ROOT, "rosters/qinghe")
        for period in sorted(name for name in os.listdir(place) if os.path.isdir(f"{place}/{name}/expected")):
            with open(f"{place}/{period}/expected/findings.json", encoding="utf-8") as file:
                findings = json.load(file)["findings"]
            rules = {"eligible", "qualified", "on-leave", "duty-length", "rest", "double-booked"}
            wanted = sorted(person for one in findings if one["rule"] in rules for person in one["people"])
            found = sorted(set(re.findall(r"\bp\d+\b", " ".join(illegal(Reader(place).read(f"{place}/{period}"))))))
            self.assertEqual(found, wanted, period)


class Numbers(unittest.TestCase):
    def test_days_weigh_as_written(self):
        days = Days(os.path.join(ROOT, "rosters/calendar"))
        weights = {"2026-02-16": 4, "2026-02-17": 3, "2026-02-19": 3, "2026-02-20": 2, "2026-02-14": 1,
                   "2026-10-01": 2, "2026-10-07": 2, "2026-09-30": 1, "2026-10-10": 1, "2026-10-17": 2}
        found = {date: days.weight(datetime.date.fromisoformat(date)) for date in weights}
        self.assertEqual(found, weights)

    def test_water_stands_even_and_under_the_cap(self):
        self.assertEqual(pour([0, 0, 6], 4, 4), [2, 2, 0])
        self.assertEqual(pour([0, 10], 4, 6), [4, 2])
        self.assertEqual(pour([5], 4, 4), [4])

    def test_the_bound_of_two_slots_is_the_even_share(self):
        class Slot:
            load, count, candidates = 6, 1, ["a", "b"]

        class World:
            slots, history = [Slot, Slot], {"a": 2, "b": 0}

        self.assertAlmostEqual(flow_bound(World), 98, places=2)


if __name__ == "__main__":
    unittest.main()
