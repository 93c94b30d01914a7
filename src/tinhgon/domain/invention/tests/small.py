"""A small country of its own: three departments, two communes, a law with round figures."""

from dataclasses import dataclass
from datetime import date

from tinhgon.domain.invention.apparatus import Area, Host
from tinhgon.domain.invention.catalogue import read_catalogue
from tinhgon.domain.invention.inventing import Ground, Invention, invention
from tinhgon.domain.invention.people import Person
from tinhgon.domain.staffing import read_staffing

DAY = date(2025, 7, 1)


def _leading(head: str, deputy: str) -> dict[str, dict[str, str]]:
    return {"head": {"vi": head, "en": head}, "deputy": {"vi": deputy, "en": deputy}}


CATALOGUE = read_catalogue(
    {
        "jurisdiction": "EL",
        "names": {
            "families": {"Ao": 3, "Be": 1},
            "sexes": [
                {"group": "men", "middle": ["Van", "Ao"], "given": ["An", "Du", "Van"]},
                {"group": "women", "middle": ["Thi"], "given": ["Lan", "Mai"]},
            ],
        },
        "ages": {"leaders": {"34-50": 1}, "others": {"24-35": 2, "36-61": 3}},
        "staff_kinds": {"elected": "elected", "ordinary": "clerk", "support": "driver"},
        "titles": {
            "leaders": {
                "ministry": _leading("Minister", "Deputy minister"),
                "bureau": _leading("Head of bureau", "Deputy head"),
                "chancery": _leading("Head of chancery", "Deputy head of chancery"),
                "team": _leading("Team leader", "Deputy team leader"),
                "board": _leading("Chair", "Deputy chair"),
            },
            "ordinary": [{"share": 1, "vi": "Clerk", "en": "Clerk"}],
            "support": [{"share": 1, "vi": "Driver", "en": "Driver"}],
        },
        "bodies": {
            "party": {"deputies": 1, "share": 2, "elected": True},
            "council": {"deputies": 1, "share": 0, "elected": True, "head_of": "party"},
            "desk": {"deputies": 1, "share": 6},
        },
        "heads": ["party", "desk"],
        "departments": {
            "of": ["province"],
            "level": "agency",
            "kinds": ["ministry"],
            "under": "committee",
            "division": {"level": "division", "kind": "bureau", "sort": "division"},
            "office": {"level": "division", "kind": "chancery", "sort": "office"},
            "team": {"level": "division", "kind": "team", "name": "Law", "sizes": [3, 2]},
            "support_in_office": 2,
            "fields": {
                "fish": {"weight": 3, "divisions": ["Rivers", "Lakes", "Sea"]},
                "other": {"weight": 2, "divisions": ["First", "Second"]},
            },
        },
        "measures": {
            "departments_of_hundred": 65,
            "most_of_department": 100,
            "typical_division": 12,
            "typical_area": 20,
            "vacant_of_thousand": 60,
            "concurrent_of_hundred": 20,
            "loan_of_hundred": 20,
            "acting_of_hundred": 20,
            "frozen_of_hundred": 25,
            "returned_of_hundred": 50,
            "reserve_of_thousand": 40,
        },
        "target": {"counts": "clerks", "percent": 10, "years": 5, "titles": {"vi": "X", "en": "X"}},
    }
)

RETIREMENT = read_staffing(
    {
        "staff": {
            "kinds": {"clerk": {"noun": {"en": ["clerk", "clerks"]}}},
            "retirement": {
                "groups": {"men": {"en": "men"}, "women": {"en": "women"}},
                "ages": [{"from": date(2021, 1, 1), "men": "61y", "women": "57y"}],
            },
        }
    }
).retirement


@dataclass(frozen=True)
class Law:
    """Bureaus have seven posts, of which a tenth part may be deputies; four deputies a ministry."""

    def least(self, sort: str) -> int:
        return 7

    def deputies(self, sort: str, posts: int) -> int:
        return 1 + posts // 10

    def deputy_directors(self, departments: int) -> int:
        return 4 * departments


def area(key: str) -> Area:
    return Area(key, tuple(Host(f"{key}.{role}", "board", key, role) for role in BODIES))


BODIES = ("party", "council", "desk")
MINISTRIES = [Host(f"P.{role}", "ministry", role, role) for role in ("fish", "rain", "wood")]
AREAS = [area("C1"), area("C2")]
GROUND = Ground("P", DAY, MINISTRIES, AREAS, {}, Law(), RETIREMENT)


def invented(officers: int = 200, seed: str = "1", ground: Ground = GROUND) -> Invention:
    return invention(ground, CATALOGUE, officers, seed)


def retires(one: Person) -> date:
    """The first day on which somebody has retired."""
    assert RETIREMENT
    day = RETIREMENT.day(one.born, one.group)
    assert day
    return day
