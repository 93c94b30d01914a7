"""The small named world of these tests: some bodies of Hà Nội in the summer of 2025.

    P01                     thành phố Hà Nội, of the special class
      thanh-uy              its Party Committee
      ubnd                  its People's Committee
        so-noi-vu           Sở Nội vụ: phong-to-chuc, vp-so (its office)
          chi-cuc           a sub-department with one division, phong-chi-cuc
        so-y-te             Sở Y tế: benh-vien, a hospital with khoa-noi
      dai-mo                phường Đại Mỗ
        dai-mo.party-committee, .people-committee (phong-kinh-te, phong-van-hoa, trung-tam)

The law is a small book of these tests' own: what a question asks, and what it answers from a day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.norms.figures import Ruling, Unjudged, Value
from tinhgon.domain.norms.judging import judge
from tinhgon.domain.norms.sorts import Norms
from tinhgon.domain.norms.verdicts import Provision, Verdict
from tinhgon.domain.norms.world import Leader, World
from tinhgon.domain.structure.units import Structure, Unit

DAY = date(2025, 7, 1)
CHOICES = {
    "province_class": ("special", "class_1"),
    "autonomy_group": ("group_1", "group_4"),
    "basic_service": (True, False),
    "large_institution": (True, False),
}


@dataclass(frozen=True)
class Line:
    """What a question asks, and what it answers from a day on."""

    asks: tuple[str, ...]
    answer: Callable[..., Value]
    since: date = date(2025, 6, 16)


def _steps(posts: Any, **_other: Any) -> int:
    return 1 + int(posts >= 10) + int(posts >= 15)


LAW: Mapping[str, Line] = {
    "division_minimum_posts": Line(("province_class",), lambda province_class: 7),
    "office_minimum_posts": Line((), lambda: 7),
    "subdepartment_minimum_posts": Line((), lambda: 12),
    "subdepartment_division_minimum_posts": Line((), lambda: 5),
    "district_division_minimum_posts": Line((), lambda: 5, date(2020, 11, 25)),
    "public_unit_minimum_staff": Line(
        ("autonomy_group", "basic_service"),
        lambda autonomy_group, basic_service: (
            None if basic_service or autonomy_group == "group_1" else 15
        ),
    ),
    "public_unit_division_minimum_staff": Line((), lambda: 7),
    "division_deputies": Line(("posts",), _steps),
    "office_deputies": Line(("posts",), _steps),
    "inspectorate_deputies": Line(("posts",), lambda posts: 1 + (posts >= 8), date(2020, 11, 25)),
    "subdepartment_deputies": Line(("divisions",), lambda divisions: 1 if 0 < divisions < 4 else 2),
    "subdepartment_division_deputies": Line(("posts",), _steps),
    "subdepartment_most_divisions": Line(("posts",), lambda posts: posts // 5),
    "public_unit_deputies": Line(
        ("unit_parent", "employees"),
        lambda unit_parent, employees: 3 if unit_parent == "province" and employees > 20 else 2,
    ),
    "public_unit_division_deputies": Line(("employees",), lambda employees: 1 + (employees >= 10)),
    "commune_division_deputies": Line((), lambda: 1),
    "commune_deputies_allowed": Line(
        ("divisions", "centres"), lambda divisions, centres: 2 * (divisions + centres)
    ),
    "district_deputies_allowed": Line(("divisions",), lambda divisions: 2 * divisions),
    "departments_allowed": Line(("province_class",), lambda province_class: 2),
    "deputy_directors_allowed": Line(("departments",), lambda departments: 3 * departments),
    "departments.deputy_directors.may_head_a_unit": Line((), lambda: False),
    "grace_last_day": Line(
        ("rearranged_on",), lambda rearranged_on: rearranged_on.replace(year=rearranged_on.year + 5)
    ),
}


@dataclass(frozen=True)
class Book:
    """The law of one day, read from lines."""

    on: date = DAY
    lines: Mapping[str, Line] = field(default_factory=lambda: LAW)

    def asks(self, name: str) -> tuple[str, ...]:
        return self._line(name).asks

    def choices(self, given: str) -> tuple[object, ...]:
        return CHOICES.get(given, ())

    def rule(self, name: str, **given: object) -> Ruling:
        line = self._line(name)
        cited = Provision(name=name, instrument="150/2025/NĐ-CP", since=line.since, mark="P")
        return Ruling(line.answer(**given), (cited,))

    def without(self, *names: str) -> "Book":
        """The law as if it said nothing of some questions."""
        return replace(self, lines={n: line for n, line in self.lines.items() if n not in names})

    def _line(self, name: str) -> Line:
        line = self.lines.get(name)
        if line is None or self.on < line.since:
            raise Unjudged("no-provision", name, line.since if line else None)
        return line


UNITS = (
    Unit("P01", "province", "thành phố", "Hà Nội", "01"),
    Unit("thanh-uy", "authority", "thành ủy", "Hà Nội", parent="P01"),
    Unit("ubnd", "authority", "ủy ban nhân dân", "thành phố Hà Nội", parent="P01"),
    Unit("so-noi-vu", "agency", "sở", "Nội vụ", parent="ubnd"),
    Unit("phong-to-chuc", "division", "phòng", "Tổ chức", parent="so-noi-vu"),
    Unit("vp-so", "division", "văn phòng", "Sở Nội vụ", parent="so-noi-vu"),
    Unit("chi-cuc", "subordinate", "chi cục", "Văn thư", parent="so-noi-vu"),
    Unit("phong-chi-cuc", "division", "phòng", "Nghiệp vụ", parent="chi-cuc"),
    Unit("so-y-te", "agency", "sở", "Y tế", parent="ubnd"),
    Unit("benh-vien", "subordinate", "bệnh viện", "Đống Đa", parent="so-y-te"),
    Unit("khoa-noi", "division", "khoa", "Nội", parent="benh-vien"),
    Unit("dai-mo", "commune", "phường", "Đại Mỗ", "00634", "P01"),
    Unit(
        "dai-mo.party-committee",
        "authority",
        "đảng ủy",
        "phường Đại Mỗ",
        parent="dai-mo",
        ties=(("party", "thanh-uy"),),
    ),
    Unit(
        "dai-mo.people-committee", "authority", "ủy ban nhân dân", "phường Đại Mỗ", parent="dai-mo"
    ),
    Unit(
        "phong-kinh-te",
        "agency",
        "phòng",
        "Kinh tế, Hạ tầng và Đô thị",
        parent="dai-mo.people-committee",
    ),
    Unit("phong-van-hoa", "agency", "phòng", "Văn hóa - Xã hội", parent="dai-mo.people-committee"),
    Unit(
        "trung-tam",
        "subordinate",
        "trung tâm phục vụ hành chính công",
        "phường Đại Mỗ",
        parent="dai-mo.people-committee",
    ),
)


@dataclass(frozen=True)
class City:
    """The world to begin with, and what the rules say of it changed."""

    jurisdiction: Jurisdiction
    norms: Norms
    units: tuple[Unit, ...] = UNITS

    def world(self, **changes: Any) -> World:
        """The world with some of it changed; the law is that of its day."""
        on = changes.get("on", DAY)
        kept = {"structure": Structure(self.units), "figures": Book(on), **changes}
        return World(jurisdiction=self.jurisdiction, norms=self.norms, **{"on": on, **kept})

    def found(self, rule: str, **changes: Any) -> list[Verdict]:
        """What one rule says of the changed world."""
        return judge(self.world(**changes), [rule])

    def having(self, *units: Unit) -> "City":
        """The city with some units added, or in place of those with their keys."""
        keys = {unit.key for unit in units}
        return replace(self, units=(*(u for u in self.units if u.key not in keys), *units))

    def without(self, *keys: str) -> "City":
        """The city without some units."""
        return replace(self, units=tuple(u for u in self.units if u.key not in keys))


def civil_servants(**posts: int) -> dict[str, dict[str, int]]:
    """Posts of civil servants by unit; `_` in a name stands for `-`."""
    return {key.replace("_", "-"): {"civil-servant": count} for key, count in posts.items()}


def employees(**posts: int) -> dict[str, dict[str, int]]:
    """Posts of public employees by unit."""
    return {key.replace("_", "-"): {"public-employee": count} for key, count in posts.items()}


def deputies(unit: str, count: int) -> tuple[Leader, ...]:
    """So many deputies of a unit."""
    return tuple(Leader(f"{unit}-{place}", unit, "deputy") for place in range(count))
