"""The Markdown of a benchmark: what was reached beside what must be reached, then every instance by itself."""

EXCESS = {"county": 2.5, "prefecture": 2.3, "year": 0.4}
FIRST_MS = {"small": 1, "county": 20, "prefecture": 100, "year": 20}
EXPLAIN_SECONDS = {"small": 0.05, "year": 0.05, "county": 0.5}


def table(header, lines):
    rows = [header, ["---"] * len(header), *lines]
    return "".join("| " + " | ".join(map(str, row)) + " |\n" for row in rows)


def span(values, digits=2):
    values = [value for value in values if value is not None]
    if not values:
        return "none"
    low, high = min(values), max(values)
    return f"{low:.{digits}f}" if low == high else f"{low:.{digits}f} – {high:.{digits}f}"


def is_good(case):
    """Every seat filled, nothing illegal, and `check` without an error."""
    found = case.verdict
    return bool(found) and found["filled"] == case.seats and not found["illegal"] and case.check == 0


def summary(cases):
    lines = []
    for size in dict.fromkeys(case.size for case in cases):
        for variant in ("plain", "tight"):
            group = [case for case in cases if (case.size, case.variant) == (size, variant)]
            lines += planned(size, variant, group) if group else []
        lines += explained(size, [case for case in cases if case.size == size and case.variant == "impossible"])
    return table(["instances", "what", "reached", "must reach", "holds"], lines)


def planned(size, variant, group):
    name, count = f"{size}, {variant}", len(group)
    ran = [case for case in group if case.verdict]
    good = sum(map(is_good, group))
    lines = [(name, "complete and legal", f"{good} of {count}", "all", mark(good == count))]
    if variant == "tight":
        return lines
    first = [case.plan.get("first_complete_ms") for case in ran]
    lines.append((name, "first complete, ms", span(first), f"< {FIRST_MS[size]}",
                  mark(below(first, FIRST_MS[size], count))))
    if size == "small":
        proved = sum(bool(case.plan.get("optimal")) for case in ran)
        lines.append((name, "proven optimum", f"{proved} of {count}", "9 of 10", mark(proved * 10 >= count * 9)))
    else:
        excess = [case.verdict["excess_percent"] for case in ran]
        lines.append((name, "excess, %", span(excess), f"≤ {EXCESS[size]}", mark(below(excess, EXCESS[size], count))))
    mended = [case.repair for case in group if case.repair and "changes" in case.repair]
    changes, seconds = [len(one["changes"]) for one in mended], [one.get("seconds") for one in mended]
    lines.append((name, "changes after one drop-out", span(changes, 0), "≤ 4", mark(below(changes, 4, count))))
    lines.append((name, "mended in, s", span(seconds), "≤ 1", mark(below(seconds, 1, count))))
    return lines


def explained(size, group):
    if not group:
        return []
    name, count = f"{size}, impossible", len(group)
    ran = [case.explain for case in group if case.explain]
    named = sum(bool(one.get("proved") and one["names_it"]) for one in ran)
    seconds, limit = [one.get("seconds") for one in ran], EXPLAIN_SECONDS.get(size)
    return [(name, "proved, and the unit named", f"{named} of {count}", "all", mark(named == count)),
            (name, "explained in, s", span(seconds, 3), f"< {limit}" if limit else "",
             mark(below(seconds, limit, count)) if limit else "")]


def below(values, limit, count):
    return len(values) == count and all(value is not None and value <= limit for value in values)


def mark(holds):
    return "yes" if holds else "**no**"


def details(cases):
    lines = []
    for case in cases:
        if case.variant == "impossible":
            continue
        if not case.verdict:
            lines.append((case.name, case.seats, "", "", "", "", "", "", case.trouble))
            continue
        told, found = case.plan, case.verdict
        agrees = abs(told["score"]["fairness"] - found["fairness"]) <= 1e-3 * max(1, found["fairness"]) ** 0.5
        tight = abs(told["bound"] - found["bound"]) <= 1e-4 * found["bound"]
        lines.append((case.name, case.seats, found["filled"], len(found["illegal"]), case.check, found["fairness"],
                      found["bound"], found["excess_percent"], note(case, agrees, tight)))
    head = ["instance", "seats", "filled", "illegal", "check", "fairness", "bound", "excess, %", "notes"]
    return table(head, lines)


def note(case, agrees, tight):
    notes = [] if agrees else [f"the program says fairness {case.plan['score']['fairness']}"]
    notes += [] if tight else [f"the program says bound {case.plan['bound']}"]
    notes += case.verdict["illegal"][:2]
    mended = case.repair or {}
    if mended.get("trouble") or mended.get("judged"):
        notes.append(f"repair: {mended.get('trouble') or mended['judged'][:2]}")
    return "; ".join(notes)


def peers(cases):
    lines = []
    for case in (case for case in cases if case.peer):
        told, found, other = case.plan or {}, case.verdict or {}, case.peer
        lines.append((case.name, case.seats, found.get("filled", ""), found.get("excess_percent", ""),
                      told.get("seconds", ""), other["status"], other["filled"], other["excess_percent"],
                      other["seconds"]))
    head = ["instance", "seats", "`duty` fills", "excess, %", "s", "CP-SAT", "fills", "excess, %", "s"]
    return table(head, lines)
