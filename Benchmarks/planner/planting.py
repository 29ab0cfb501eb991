"""A hidden roster that keeps every rule, and leaves that avoid it: the proof that the instance can be filled."""
import datetime
from collections import defaultdict

from layout import POSTS


def start_of(date, shift):
    return date.toordinal() * 1440 + shift[1]


def end_of(date, shift):
    return date.toordinal() * 1440 + shift[2]


class Planter:
    def __init__(self, layout, random):
        self.layout, self.random = layout, random
        self.standing = defaultdict(list)      # person → [(start, end, day)]
        self.seats = {}                        # (unit, post, date) → [person]
        self.eligible = {}
        for unit in layout.units:
            for post in unit.posts:
                pool = layout.below(unit) if POSTS[post][4] == "below" else unit.people
                self.eligible[unit.id, post] = [person.id for person in pool if person.fits(post)]
        self.rare = {person.id: (person.is_leader + person.is_qualified) / 2 for person in layout.people}

    def plant(self):
        """County after county: no two of them share anybody."""
        counties = defaultdict(list)
        for station in sorted(self.eligible, key=lambda station: (len(self.eligible[station]), station)):
            counties[station[0].split("-")[0]].append(station)
        for stations in counties.values():
            self.plant_county(stations)
        return self.seats

    def plant_county(self, stations):
        """Day after day, the posts with the fewest people first; anew where that leads nowhere."""
        for _ in range(5000):
            for person in {person for station in stations for person in self.eligible[station]}:
                self.standing[person] = []
            if all(self.seat(station, date, shift) for date, shift in self.layout.shifts for station in stations):
                return
        raise SystemExit("no roster found to plant")

    def seat(self, station, date, shift):
        count = POSTS[station[1]][2]
        free = [person for person in self.eligible[station] if self.is_free(person, date, shift)]
        if len(free) < count:
            return False
        free.sort(key=lambda person: (len(self.standing[person]) + self.random.random() + self.rare[person], person))
        self.seats[station + (date.isoformat(),)] = free[:count]
        for person in free[:count]:
            self.standing[person].append((start_of(date, shift), end_of(date, shift), date.toordinal()))
        return True

    def is_free(self, person, date, shift):
        """Shifts come in the order of time, so only the last duties matter."""
        standing = self.standing[person]
        if standing and start_of(date, shift) - standing[-1][1] < max(self.layout.rest_hours * 60, 1):
            return False
        if self.layout.window:
            most, days = self.layout.window
            return len(standing) < most or date.toordinal() - standing[-most][2] >= days
        return True

    def leaves(self, share):
        """Each month anew, this share of the people is away for one to three days on which it does not stand."""
        leaves = []
        people = [person.id for person in self.layout.people]
        dates = [date for date, _ in self.layout.shifts]
        for first in range(0, len(dates), 30):
            month = dates[first:first + 30]
            wanted = round(share * len(people))
            for person in self.random.sample(people, len(people)):
                leave = self.leave(person, month) if wanted > 0 else None
                if leave:
                    leaves.append((person,) + leave)
                    wanted -= 1
        return sorted(leaves)

    def leave(self, person, dates):
        length = self.random.randint(1, 3)
        for _ in range(6):
            first = self.random.choice(dates)
            last = first + datetime.timedelta(days=length - 1)
            start, end = first.toordinal() * 1440, last.toordinal() * 1440 + 1440
            if all(shift_end <= start or end <= begins for begins, shift_end, _ in self.standing[person]):
                return first.isoformat(), last.isoformat()
            length = max(1, length - 1)
        return None


def contradiction(layout, random):
    """All leaders of one unit but one are away two days running: (unit, first day, last day, the people away)."""
    unit = random.choice([unit for unit in layout.units if "leader" in unit.posts])
    number = random.randrange(1, len(layout.shifts) - 1)
    leaders = [person.id for person in unit.people if person.is_leader]
    stays = random.choice(leaders)
    days = [layout.shifts[number][0].isoformat(), layout.shifts[number + 1][0].isoformat()]
    return unit.id, days[0], days[1], [person for person in leaders if person != stays]
