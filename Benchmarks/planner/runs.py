"""Runs the program and the peer on generated places, and judges what they wrote with the scorer."""
import datetime
import json
import os
import shutil
import subprocess
import sys
from collections import Counter

from generate import generate
from instance import Reader
from score import changed, judge

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = {"small": 1, "county": 2, "prefecture": 10, "year": 2}
PLACE_FILES = ["place.yaml", "people.csv", "absences.csv", "history.csv", "policy.yaml"]


class Case:
    """One generated place and what came of it."""

    def __init__(self, size, seed, variant, folder):
        self.size, self.seed, self.variant = size, seed, variant
        self.name = f"{size}-{seed}" + (f"-{variant}" if variant != "plain" else "")
        self.place = os.path.join(folder, self.name)
        self.period = generate(size, seed, self.place, variant == "tight", variant == "impossible")
        self.reader = Reader(self.place)
        self.before = self.reader.read(self.period)
        self.seats = sum(slot.count for slot in self.before.slots)
        self.plan = self.verdict = self.check = self.repair = self.explain = self.peer = self.trouble = None

    def beside(self, word):
        """An empty folder for a plan, in a copy of the place that has no other period."""
        copy = f"{self.place}-{word}"
        shutil.rmtree(copy, ignore_errors=True)
        os.makedirs(copy)
        for name in PLACE_FILES:
            shutil.copy(os.path.join(self.place, name), copy)
        return os.path.join(copy, os.path.basename(self.period))


def answer(command):
    """The JSON of a command and its exit code; a sentence and None where it gave no JSON."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=600)
        return json.loads(run.stdout), run.returncode
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        said = run.stderr.strip().splitlines()[-1:] if isinstance(error, ValueError) else [str(error)]
        return " ".join(said) or str(error), None


def plan(duty, case):
    out = case.beside("plan")
    case.plan, code = answer([duty, "plan", case.period, "--seconds", str(SECONDS[case.size]), "--json", "--out", out])
    if code is None or not os.path.exists(out):
        case.trouble, case.plan = case.plan if code is None else "no tables were written", None
        return
    if not os.path.exists(os.path.join(out, "period.yaml")):
        shutil.copy(os.path.join(case.period, "period.yaml"), out)
    instance = case.reader.read(out)
    case.verdict = judge(instance, case.before)
    case.check = subprocess.run([duty, "check", out], capture_output=True).returncode
    if case.variant == "plain" and case.verdict["filled"] == case.seats:
        repair(duty, case, instance, out)


def repair(duty, case, instance, out):
    """Whoever stands most often from the middle of the period on drops out."""
    days = sorted({slot.day for slot in instance.slots})
    first = days[len(days) // 2]
    counts = Counter(person for slot in instance.slots if slot.day >= first for person in slot.seated)
    person = min(counts, key=lambda person: (-counts[person], person))
    date, mended = datetime.date.fromordinal(first).isoformat(), case.beside("repair")
    last = datetime.date.fromordinal(min(first + 3, days[-1])).isoformat()
    span = ["--from", date] + (["--to", last] if case.size == "year" else [])
    case.repair, code = answer([duty, "plan", "--repair", person, *span, out, "--json", "--out", mended])
    if code is None:
        case.repair = {"trouble": case.repair}
        return
    if os.path.exists(mended):
        after = case.reader.read(mended)
        case.repair["judged"] = judge(after, bound=1)["illegal"]
        case.repair["moved"] = len(changed(after, instance))


def explain(duty, case):
    case.explain, code = answer([duty, "plan", "--explain", case.period, "--json"])
    if code is None:
        case.trouble, case.explain = case.explain, None
        return
    with open(os.path.join(case.place, "planted.json"), encoding="utf-8") as file:
        planted = json.load(file)["contradiction"]
    unit = case.reader.place["units"][planted["unit"]]["name"]
    texts = [json.dumps(found, ensure_ascii=False) for found in case.explain.get("contradictions", [])]
    case.explain["names_it"] = any(planted["unit"] in text or unit in text for text in texts)


def peer(case, seconds):
    out = case.beside("peer")
    case.peer, code = answer([sys.executable, os.path.join(HERE, "peer.py"), case.place, case.period,
                              "--seconds", str(seconds), "--out", out])
    if code is None:
        case.peer = {"status": case.peer, "filled": 0, "excess_percent": None, "seconds": seconds}
