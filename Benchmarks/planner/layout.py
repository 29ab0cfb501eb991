"""What an invented place of each size consists of: its units, posts, people and shifts."""
import datetime
from dataclasses import dataclass, field

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌建国志远海燕春梅雪松鹏飞宇浩然子轩雨桐思源嘉豪"
LEADER_RANK, OTHER_RANK = "乡科级副职", "科员"
NIGHT, FULL = ("night", 1050, 1950), ("full", 510, 1950)

# key → (name, tier, seats, what it asks for, where its people come from)
POSTS = {
    "leader": ("带班领导", "leader", 1, f"rank: {LEADER_RANK}", None),
    "officer": ("值班员", "duty-officer", 2, "employment: [在编]", None),
    "watch": ("主班值班员", "duty-officer", 1, "employment: [在编]", None),
    "key": ("应急值守岗", "key-post", 1, "qualifications: [应急]", None),
    "driver": ("应急司机", "standby", 1, "", None),
    "room-leader": ("总值班室带班领导", "leader", 1, f"rank: {LEADER_RANK}", "below"),
    "room-officer": ("总值班室值班员", "duty-officer", 2, "employment: [在编]", "below"),
}


@dataclass
class Person:
    id: str
    name: str
    unit: str
    is_leader: bool
    is_staff: bool
    is_qualified: bool

    def fits(self, post):
        asks = POSTS[post][3]
        return not ("rank" in asks and not self.is_leader or "employment" in asks and not self.is_staff
                    or "qualifications" in asks and not self.is_qualified)


@dataclass
class Unit:
    id: str
    name: str
    parent: str
    posts: list
    people: list = field(default_factory=list)


@dataclass
class Layout:
    size: str
    units: list
    shifts: list                 # (date, (shift, start minute, end minute))
    window: tuple = None         # (most, days)
    rest_hours: int = 24

    @property
    def people(self):
        return [person for unit in self.units for person in unit.people]

    def below(self, unit):
        """The people of a unit and of all units under it."""
        found = list(unit.people)
        for other in self.units:
            if other.parent == unit.id:
                found += self.below(other)
        return found


def festival():
    """The eve's night and the seven days of 2026's national day."""
    first = datetime.date(2026, 9, 30)
    days = [first + datetime.timedelta(days=number) for number in range(8)]
    return [(day, NIGHT if day == first else FULL) for day in days]


def season():
    """120 days from the first of February, with the spring festival in them."""
    first = datetime.date(2026, 2, 1)
    return [(first + datetime.timedelta(days=number), FULL) for number in range(120)]


def layout(size, random, is_tight):
    rest = random.choice([12, 24])
    if size in ("small", "year"):
        people = {"small": 12, "year": 30}[size]
        sets = [["leader", "watch", "key"], ["leader", "watch", "key", "driver"], ["leader", "officer", "key"]]
        posts = random.choice(sets) if size == "small" else ["leader", "officer", "key"]
        unit = Unit("office", "应急管理局", None, posts)
        staff(unit, people * 4 // 5 if is_tight else people, random)
        if size == "small":
            return Layout(size, [unit], festival(), None, rest)
        return Layout(size, [unit], season(), (2, 7), rest)
    units = [Unit("city", "市总值班室", None, [])] if size == "prefecture" else []
    for county in range(10 if size == "prefecture" else 1):
        room = Unit(f"c{county:02}", f"第{county + 1}县总值班室", "city" if units else None, ["room-leader", "room-officer"])
        units.append(room)
        for number in range(1, 41):
            posts = ["leader", "officer"] + (["key"] if number % 5 else [])
            unit = Unit(f"{room.id}-u{number:02}", f"第{county + 1}县第{number}单位", room.id, posts)
            staff(unit, 12 if is_tight else 15, random)
            units.append(unit)
    return Layout(size, units, festival(), None, rest)


def staff(unit, count, random):
    """Two in seven lead, as many are qualified (in half of the units one of the leaders); a few are not established."""
    leaders = max(3, round(count * 2 / 7))
    qualified = max(3, round(count * 2 / 7))
    shared = random.randint(0, 1)
    names = set()
    for place in range(count):
        name = None
        while name is None or name in names:
            name = random.choice(SURNAMES) + "".join(random.choice(GIVEN) for _ in range(random.randint(1, 2)))
        names.add(name)
        is_key = count - qualified + shared <= place or shared == 1 and place == 0
        is_staff = place < leaders or random.random() < (0.7 if is_key else 1.0)
        unit.people.append(Person(f"{unit.id}-{place + 1:02}", name, unit.id, place < leaders, is_staff, is_key))
