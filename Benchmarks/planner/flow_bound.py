"""The convex-flow bound: no legal plan has a smaller Σ (history + load)².

Seats may be split between candidates, and rest, spacing and pairs are dropped; of each slot every candidate takes at
most one seat. Slot after slot, its load is poured anew over its candidates (water-filling), which converges to the
optimum; the gap to the linear programme at the point reached is subtracted, so the figure is a bound however early
the pouring stops.
"""


def flow_bound(instance, precision=1e-6, sweeps=3000):
    """In weighted minutes²; seats beyond a slot's candidates cannot be filled and are not counted."""
    level = {person: float(value) for person, value in instance.history.items()}
    slots = [(float(slot.load), min(slot.count, len(slot.candidates)), slot.candidates) for slot in instance.slots]
    slots = [slot for slot in slots if slot[1] > 0 and slot[0] > 0]
    poured = [[0.0] * len(candidates) for _, _, candidates in slots]
    best = 0.0
    for sweep in range(sweeps):
        for place, (load, seats, candidates) in enumerate(slots):
            for person, amount in zip(candidates, poured[place]):
                level[person] -= amount
            poured[place] = pour([level[person] for person in candidates], load, load * seats)
            for person, amount in zip(candidates, poured[place]):
                level[person] += amount
        if sweep % 10 == 9 or sweep < 3:
            value = sum(amount * amount for amount in level.values())
            best = max(best, value - gap(slots, poured, level))
            if value - best <= precision * max(value, 1):
                break
    return best


def pour(levels, cap, amount):
    """How much each vessel takes, at most the cap, so that the water stands as even as it can."""
    if amount >= cap * len(levels) - 1e-9:
        return [cap] * len(levels)
    steps = sorted([(level, 1) for level in levels] + [(level + cap, -1) for level in levels])
    height, open_vessels, left = steps[0][0], 0, amount
    for edge, change in steps:
        if open_vessels * (edge - height) >= left:
            break
        left -= open_vessels * (edge - height)
        height = edge
        open_vessels += change
    height += left / open_vessels if open_vessels else 0.0
    return [min(max(height - level, 0.0), cap) for level in levels]


def gap(slots, poured, level):
    """What the linear programme with today's marginal costs could still save: an upper bound of the error."""
    save = 0.0
    for (load, seats, candidates), amounts in zip(slots, poured):
        costs = [2 * level[person] for person in candidates]
        save += sum(cost * amount for cost, amount in zip(costs, amounts))
        save -= load * sum(sorted(costs)[:seats])
    return save
