"""The small named world of these tests: part of Hà Nội on the eve of 1 July 2025.

    ha-noi          thành phố Hà Nội
      nam-tu-liem   quận Nam Từ Liêm: the wards dai-mo, tay-mo, me-tri
      hoai-duc      huyện Hoài Đức: the commune an-khanh, the township tram-troi
      so-noi-vu     a department, and so-tu-phap beside it

In the Party's hierarchy dai-mo stands under nam-tu-liem as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.domain.periods import Period
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect, Kind, Level, Levels
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Composition, Plan, Succession
from tinhgon.domain.structure.units import Structure, Unit

DAY = date(2025, 7, 1)
EVE = date(2025, 6, 30)

LAND = frozenset({Aspect.LAND})
PEOPLE = frozenset({Aspect.PEOPLE})
FUNCTIONS = frozenset({Aspect.FUNCTIONS})

INSTRUMENT = "1656/NQ-UBTVQH15"


def _kinds(*always: str, **dated: Period) -> dict[str, Kind]:
    kinds = {key: Kind(key=key) for key in always}
    return kinds | {key: Kind(key=key, period=period) for key, period in dated.items()}


LEVELS = Levels(
    [
        Level(key="province", rank=1, kinds=_kinds("tỉnh", "thành phố"), code=r"\d{2}"),
        Level(
            key="district",
            rank=2,
            kinds=_kinds("quận", "huyện"),
            code=r"\d{3}",
            period=Period(None, DAY),
        ),
        Level(
            key="commune",
            rank=3,
            kinds=_kinds("xã", "phường", **{"thị trấn": Period(None, DAY), "đặc khu": Period(DAY)}),
            code=r"\d{5}",
        ),
        Level(
            key="body",
            rank=4,
            kinds=_kinds("sở", "chi cục", "trung tâm"),
            holds=FUNCTIONS,
        ),
    ]
)

HANOI = Structure(
    [
        Unit("ha-noi", "province", "thành phố", "Hà Nội", "01"),
        Unit("nam-tu-liem", "district", "quận", "Nam Từ Liêm", "019", "ha-noi"),
        Unit("hoai-duc", "district", "huyện", "Hoài Đức", "274", "ha-noi"),
        Unit(
            "dai-mo",
            "commune",
            "phường",
            "Đại Mỗ",
            "00634",
            "nam-tu-liem",
            ties=(("party", "nam-tu-liem"),),
        ),
        Unit("tay-mo", "commune", "phường", "Tây Mỗ", "00628", "nam-tu-liem"),
        Unit("me-tri", "commune", "phường", "Mễ Trì", "00631", "nam-tu-liem"),
        Unit("an-khanh", "commune", "xã", "An Khánh", "09877", "hoai-duc"),
        Unit("tram-troi", "commune", "thị trấn", "Trạm Trôi", "09832", "hoai-duc"),
        Unit("so-noi-vu", "body", "sở", "Nội vụ", parent="ha-noi"),
        Unit("so-tu-phap", "body", "sở", "Tư pháp", parent="ha-noi"),
    ]
)


@dataclass(frozen=True)
class World:
    """A structure and what is asked of it."""

    structure: Structure = HANOI

    def composed(self, *operations: Operation, **facts: Any) -> Composition:
        """One plan that says this, composed."""
        return self.package(operations, **facts)

    def package(
        self,
        *plans: Iterable[Operation],
        day: date = DAY,
        instrument: str | None = INSTRUMENT,
    ) -> Composition:
        """Plans, each given by its operations, composed."""
        said = (
            Plan(
                code=f"plan-{number}",
                day=day,
                operations=tuple(operations),
                instrument=instrument,
            )
            for number, operations in enumerate(plans, 1)
        )
        return Composition(said, self.structure, LEVELS)

    def blocked_by(self, *operations: Operation, day: date = DAY) -> list[str]:
        """The names of the rules that stop one plan."""
        return self.package_blocked_by(operations, day=day)

    def package_blocked_by(self, *plans: Iterable[Operation], day: date = DAY) -> list[str]:
        """The names of the rules that stop a package."""
        found = rules.findings(self.package(*plans, day=day))
        return [finding.rule for finding in rules.blocks(found)]

    def found(self, rule: str, *operations: Operation, **facts: Any) -> list[Finding]:
        """What one rule says about one plan, of a day or an instrument of its own if told."""
        return list(rules.rules()[rule].check(self.composed(*operations, **facts)))


def ward(key: str, **facts: Any) -> Unit:
    """A ward under Nam Từ Liêm that does not stand yet."""
    given = {"level": "commune", "kind": "phường", "name": key.title(), "parent": "nam-tu-liem"}
    return Unit(key=key, **given | facts)


def handed_on(composition: Composition) -> list[tuple[str, str, str]]:
    """Who handed how much on to whom, in short."""
    return [_short(succession) for succession in composition.successions]


def _short(succession: Succession) -> tuple[str, str, str]:
    return succession.predecessor, succession.successor, succession.extent.value
