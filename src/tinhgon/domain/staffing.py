"""Staffing (biên chế, nhân sự): what kinds of staff a jurisdiction knows and what is counted.

Read from the member `staff` of a jurisdiction file; docs/reference/jurisdiction-file.md describes
it. A jurisdiction that says nothing of staff has no kinds, and nobody is allotted posts there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tinhgon.domain.jurisdiction_file import (
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.periods import Period

RANKS = ("head", "deputy", "none")
"""What a post is among the leaders of its unit."""


@dataclass(frozen=True, kw_only=True)
class StaffKind:
    """A kind of staff (nhóm nhân sự); `counted_in` are the bases of targets that count it."""

    key: str
    noun: Words
    counted_in: frozenset[str] = frozenset()
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class QuotaOwner:
    """Who owns the quota of posts of a bloc (cơ quan quản lý biên chế)."""

    bloc: str
    name: Words
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class RankRole:
    """A role that whoever holds a post of a rank has over its unit; of these kinds, if named."""

    rank: str
    role: str
    kinds: frozenset[str] = frozenset()

    def fits(self, rank: str, kind: str) -> bool:
        """Whether a post of this rank and kind of staff gives the role."""
        return rank == self.rank and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, kw_only=True)
class Retirement:
    """At what age people retire (tuổi nghỉ hưu): months by group, in steps that begin on a day."""

    groups: Mapping[str, Words]
    steps: tuple[tuple[date, Mapping[str, int]], ...]
    source: str | None = None
    mark: str = "K"

    def day(self, born: date, group: str) -> date | None:
        """The first day on which somebody has retired; None of a group that is not known.

        It is the first of the month after the one in which the age is reached; of the steps that
        counts in which the age is first reached.
        """
        retired = None
        for (_start, ages), end in zip(self.steps, self._ends(), strict=True):
            if group not in ages:
                return None
            month = born.year * 12 + born.month - 1 + ages[group]
            retired = _first(month + 1)
            if _first(month) < end:
                break
        return retired

    def _ends(self) -> list[date]:
        """The first day after each step; the last goes on."""
        return [*(start for start, _ages in self.steps[1:]), date.max]


@dataclass(frozen=True, kw_only=True)
class Staffing:
    """What a jurisdiction says of staff."""

    kinds: Mapping[str, StaffKind] = field(default_factory=dict)
    bases: Mapping[str, Words] = field(default_factory=dict)
    owners: Mapping[str, QuotaOwner] = field(default_factory=dict)
    roles: tuple[RankRole, ...] = ()
    retirement: Retirement | None = None

    def counted_in(self, base: str) -> tuple[str, ...]:
        """The kinds of staff that a base counts."""
        return tuple(key for key, kind in self.kinds.items() if base in kind.counted_in)


def read_staffing(document: Any) -> Staffing:
    """What the member `staff` of a parsed file says; `Unreadable` says which place is wrong."""
    said = document.get("staff")
    if said is None:
        return Staffing()
    file = Reader(said, "staff")
    bases = _worded(file, "bases")
    kinds = file.mapping("kinds")
    return Staffing(
        kinds={key: _kind(key, kinds.mapping(key), bases) for key in kinds},
        bases=bases,
        owners=_owners(file),
        roles=tuple(_role(one, {*kinds}) for one in _pieces(file, "roles")),
        retirement=_retirement(file),
    )


def _worded(file: Reader, name: str) -> dict[str, Words]:
    if file.get(name, None) is None:
        return {}
    said = file.mapping(name)
    return {key: read_words(said.get(key), said.place(key)) for key in said}


def _pieces(file: Reader, name: str) -> list[Reader]:
    said = file.get(name, [])
    if not isinstance(said, list):
        raise Unreadable(file.place(name), "not-a-list")
    return [Reader(one, f"{file.place(name)}.{place}") for place, one in enumerate(said)]


def _kind(key: str, file: Reader, bases: Mapping[str, Words]) -> StaffKind:
    return StaffKind(
        key=key,
        noun=read_words(file.get("noun"), file.place("noun")),
        counted_in=_known(file, "counted_in", {*bases}, "unknown-base"),
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )


def _owners(file: Reader) -> dict[str, QuotaOwner]:
    if file.get("quota_owners", None) is None:
        return {}
    said = file.mapping("quota_owners")
    return {
        bloc: QuotaOwner(
            bloc=bloc,
            name=read_words(said.mapping(bloc).get("name"), said.place(bloc)),
            mark=read_mark(said.mapping(bloc).get("mark", "K"), said.place(bloc)),
        )
        for bloc in said
    }


def _role(file: Reader, kinds: set[str]) -> RankRole:
    rank = file.text("rank")
    if rank not in RANKS:
        raise Unreadable(file.place("rank"), "unknown-rank", known=", ".join(RANKS))
    of_kinds = _known(file, "kinds", kinds, "unknown-kind")
    return RankRole(rank=rank, role=file.text("role"), kinds=of_kinds)


def _known(file: Reader, name: str, known: set[str], code: str) -> frozenset[str]:
    said = file.get(name, [])
    if not isinstance(said, list) or not {*map(str, said)} <= known:
        raise Unreadable(file.place(name), code, known=", ".join(sorted(known)))
    return frozenset(map(str, said))


def _retirement(file: Reader) -> Retirement | None:
    if file.get("retirement", None) is None:
        return None
    said = file.mapping("retirement")
    groups = _worded(said, "groups")
    steps = [_step(one, groups) for one in _pieces(said, "ages")]
    if not steps or [day for day, _ages in steps] != sorted({day for day, _ages in steps}):
        raise Unreadable(said.place("ages"), "not-in-order")
    mark = read_mark(said.get("mark", "K"), said.place("mark"))
    source = said.get("source", None)
    return Retirement(groups=groups, steps=tuple(steps), source=source, mark=mark)


def _step(file: Reader, groups: Mapping[str, Words]) -> tuple[date, Mapping[str, int]]:
    start = read_period(file).start
    if start is None:
        raise Unreadable(file.place("from"), "missing")
    return start, {group: _months(file, group) for group in groups}


def _months(file: Reader, group: str) -> int:
    """An age written as years and months, 61y6m or 57y, in months."""
    said = re.fullmatch(r"(\d{2})y(?:(\d{1,2})m)?", str(file.get(group)), re.ASCII)
    if not said:
        raise Unreadable(file.place(group), "not-an-age", given=str(file.get(group)))
    return int(said[1]) * 12 + int(said[2] or 0)


def _first(month: int) -> date:
    """The first day of a month counted from the year 0; beyond the calendar its last."""
    year, place = divmod(month, 12)
    return date(year, place + 1, 1) if year <= date.max.year else date.max
